package org.xiangpei.sourcing.followup.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The awards of one inquiry, for its buyer or for one supplier.
 *
 * @param today the latest day that can be stated
 * @param typed what was typed in the form for several, with what was wrong
 * @param done what was just done, null for nothing
 */
public record FollowUpListView(
        String code,
        List<Row> rows,
        String today,
        Typed typed,
        @Nullable String done) {

    /**
     * @param state what became of the delivery, with its tone
     * @param chosen whether it is marked in the form for several
     */
    public record Row(
            long id,
            int line,
            String name,
            String supplier,
            String quantity,
            String amount,
            String due,
            Badge state,
            @Nullable Badge quality,
            String rating,
            String talk,
            boolean complete,
            boolean chosen) {}

    /** A state in a word, never by its colour alone. */
    public record Badge(String tone, String text) {}
}
