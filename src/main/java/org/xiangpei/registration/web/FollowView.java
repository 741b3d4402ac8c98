package org.xiangpei.registration.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What has become of a registration, for who submitted it.
 *
 * @param done what was just done, in words; null for nothing
 * @param tone of the badge
 * @param next what to do or wait for
 * @param amend where to amend it; null when that is not asked for
 * @param login to sign in with; null until it is approved
 */
record FollowView(
        String receipt,
        @Nullable String done,
        String state,
        String tone,
        String next,
        List<Fact> facts,
        List<String> reasons,
        @Nullable String note,
        @Nullable String amend,
        @Nullable String login) {

    record Fact(String label, String text) {}
}
