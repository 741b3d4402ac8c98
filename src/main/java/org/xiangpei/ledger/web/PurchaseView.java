package org.xiangpei.ledger.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One purchase with what became of it.
 *
 * @param seen the code of the fact in effect, which a correction must name
 * @param refused why what was asked for was not done; null when nothing was
 */
record PurchaseView(
        String code,
        String item,
        String state,
        String tone,
        boolean sample,
        List<Fact> facts,
        List<Event> history,
        boolean changeable,
        String seen,
        @Nullable String refused) {

    record Fact(String label, String text) {}

    /** @param changes what it says otherwise than the fact before; empty for the first */
    record Event(
            String code,
            String what,
            String when,
            String who,
            String channel,
            @Nullable String reason,
            String source,
            @Nullable String importCode,
            List<Change> changes) {}

    record Change(String label, String before, String after) {}
}
