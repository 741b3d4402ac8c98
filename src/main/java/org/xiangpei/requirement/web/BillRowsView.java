package org.xiangpei.requirement.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.web.PageLinks;

/**
 * Lines of a bill that nobody understood, to be decided on by equal names or one by one.
 *
 * @param requirement code of the draft
 * @param wrong why something was not done
 * @param name of which the single rows are shown; null for the groups
 */
record BillRowsView(
        String code,
        String title,
        String requirement,
        @Nullable String wrong,
        String unmatched,
        boolean finished,
        @Nullable String name,
        List<GroupView> groups,
        List<Chain> chains,
        PageLinks links) {

    /**
     * Lines that are decided on together.
     *
     * @param id of its fields
     * @param position of the row, where it is a single one
     * @param more where the single rows are; null where all are shown
     */
    record GroupView(
            String id,
            String name,
            @Nullable String position,
            String count,
            List<RowView> rows,
            @Nullable String more) {}

    record RowView(String place, String line, List<String> cells) {}

    record Chain(String name, List<Choice> categories) {}

    record Choice(String code, String name) {}
}
