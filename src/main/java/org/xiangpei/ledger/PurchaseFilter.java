package org.xiangpei.ledger;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.Coded;

/**
 * Which purchases of a ledger are looked at; what is null or empty does not narrow.
 *
 * @param words that stand in the item, the supplier, the buyer's number or the code
 * @param category a code, or {@link PurchaseFigures#OUTSIDE}
 */
public record PurchaseFilter(
        String words,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String category,
        @Nullable Place place,
        State state,
        String buyer,
        String importCode) {

    /** Whether a purchase counts. */
    public enum State implements Coded {
        IN_EFFECT,
        WITHDRAWN
    }

    public static final PurchaseFilter ALL = new PurchaseFilter("", null, null, "", null, State.IN_EFFECT, "", "");
}
