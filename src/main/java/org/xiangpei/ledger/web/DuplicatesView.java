package org.xiangpei.ledger.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.web.PageLinks;

/**
 * Pairs of purchases that look as if they were one.
 *
 * @param rule what makes them look so, in words
 */
record DuplicatesView(
        String rule,
        String total,
        List<Pair> pairs,
        PageLinks links,
        @Nullable String refused) {

    record Pair(String item, String supplier, String amount, Side one, Side other) {

        public List<Side> sides() {
            return List.of(one, other);
        }
    }

    record Side(String code, String day, String number, String channel, String source, String place, String recorded) {}
}
