package org.xiangpei.sourcing.quotation.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.sourcing.web.Heading;

/**
 * The opening of an inquiry, as its buyer sees it. Before the opening it says nothing of who quotes.
 *
 * @param phase code of the phase
 * @param needed how many officers it takes
 * @param mine whether who looks has confirmed
 * @param quotations what came in; empty before the opening
 */
public record OpeningView(
        Heading heading,
        String phase,
        DeadlineView deadline,
        int needed,
        List<Confirmation> confirmations,
        boolean mine,
        int asked,
        List<Row> quotations,
        List<ActRow> log,
        @Nullable String openedAt,
        @Nullable String refused) {

    public record Confirmation(String name, String at) {}

    /** @param holds whether the stored content still has the hash of its receipt */
    public record Row(
            long id,
            String supplier,
            @Nullable String firm,
            String at,
            int lines,
            String total,
            String validUntil,
            boolean expired,
            String receipt,
            boolean holds) {}

    public record ActRow(String at, String supplier, String act, String receipt, String by) {}

    /** How many more have to confirm. */
    public int missing() {
        return Math.max(0, needed - confirmations.size());
    }
}
