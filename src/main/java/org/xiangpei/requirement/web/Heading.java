package org.xiangpei.requirement.web;

import org.xiangpei.requirement.Requirement;
import org.xiangpei.requirement.RequirementState;
import org.xiangpei.shared.Labels;

/**
 * What stands above every page of a requirement.
 *
 * @param tone of the badge
 * @param writable whether it can still be changed
 */
public record Heading(
        String code, String title, String state, String tone, boolean draft, boolean open, boolean writable) {

    public static Heading of(Requirement of) {
        return new Heading(
                of.code(),
                of.title(),
                Labels.of(of.state()),
                tone(of.state()),
                of.state() == RequirementState.DRAFT,
                of.state().isOpen(),
                of.state().isWritable());
    }

    static String tone(RequirementState state) {
        return switch (state) {
            case DRAFT -> "";
            case PUBLISHED -> "pass";
            case WITHDRAWN -> "fail";
            case CLOSED -> "unknown";
        };
    }
}
