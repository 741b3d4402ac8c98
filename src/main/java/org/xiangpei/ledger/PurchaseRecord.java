package org.xiangpei.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.Buyer;
import org.xiangpei.shared.Money;
import org.xiangpei.shared.Provenance;

/**
 * A fact of money spent (采购台账).
 *
 * @param code the natural key: the same purchase is recorded once
 * @param purchasedOn the day it happened, in the buyer's books; periods are cut by it
 * @param amount 0 only in a correction, which it makes a cancellation
 */
public record PurchaseRecord(
        String code, Buyer buyer, LocalDate purchasedOn, Item item, Money amount, Supply supply, Entry entry) {

    /** A correction by which the purchase never took place. */
    public boolean cancels() {
        return amount.equals(Money.ZERO);
    }

    /** What was bought. */
    public record Item(
            String name,
            String categoryCode,
            @Nullable BigDecimal quantity,
            @Nullable String unit) {}

    /**
     * Who supplied it and where it was made.
     *
     * @param productCode the catalogue's product, when it is one
     * @param productionRegion GB/T 2260 code of the place of production, which decides what is local; null is unknown. The
     *     supplier's registered address plays no part.
     */
    public record Supply(
            String supplierName,
            @Nullable String firmCode,
            @Nullable String productCode,
            @Nullable String productionRegion,
            @Nullable BigDecimal declaredLocalContentPct) {}

    /**
     * How the fact came in.
     *
     * @param recordedAt when it became known: a figure as of an earlier day does not see it
     * @param supersedes code of the record that this one corrects
     */
    public record Entry(
            Provenance provenance,
            @Nullable String source,
            Instant recordedAt,
            @Nullable String supersedes) {}
}
