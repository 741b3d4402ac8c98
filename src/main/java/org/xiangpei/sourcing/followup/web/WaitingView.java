package org.xiangpei.sourcing.followup.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.sourcing.followup.web.FollowUpListView.Badge;

/**
 * What waits for an organisation.
 *
 * @param buyer whether the reader buys; a section of its own
 * @param firm the own firm of the catalogue, whose record is shown; empty for none
 */
public record WaitingView(
        boolean buyer, boolean supplier, String firm, List<Group> bought, List<Group> sold, boolean capped) {

    /** All that waits of one kind. */
    public record Group(String code, String label, String hint, List<Row> rows) {}

    /** @param badge how far the last day is, where that still matters */
    public record Row(
            String href,
            String name,
            String inquiry,
            String other,
            String due,
            @Nullable Badge badge) {}
}
