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

    /** With the code of the record that it corrects, where it was named otherwise. */
    PurchaseRecord superseding(String other) {
        return as(code, new Entry(entry.provenance(), entry.source(), entry.recordedAt(), other, entry.origin()));
    }

    /** The same purchase as another fact. */
    PurchaseRecord as(String otherCode, Entry otherEntry) {
        return new PurchaseRecord(otherCode, buyer, purchasedOn, item, amount, supply, otherEntry);
    }

    /** The fact that it never took place. */
    PurchaseRecord withdrawn(String otherCode, Entry otherEntry) {
        return new PurchaseRecord(otherCode, buyer, purchasedOn, item, Money.ZERO, supply, otherEntry);
    }

    /**
     * What was bought.
     *
     * @param categoryCode null for what belongs to no category of the catalogue
     */
    public record Item(
            String name,
            @Nullable String categoryCode,
            @Nullable BigDecimal quantity,
            @Nullable String unit) {}

    /**
     * Who supplied it and where it was made.
     *
     * @param productCode the catalogue's product, when it is one
     * @param productionRegion GB/T 2260 code of the place of production, which decides what is local; null is unknown. The
     *     supplier's registered address plays no part.
     * @param uscc of the supplier, checked
     */
    public record Supply(
            String supplierName,
            @Nullable String firmCode,
            @Nullable String productCode,
            @Nullable String productionRegion,
            @Nullable BigDecimal declaredLocalContentPct,
            @Nullable String uscc) {

        /** Of a supplier whose code is not stated. */
        public Supply(
                String supplierName,
                @Nullable String firmCode,
                @Nullable String productCode,
                @Nullable String productionRegion,
                @Nullable BigDecimal declaredLocalContentPct) {
            this(supplierName, firmCode, productCode, productionRegion, declaredLocalContentPct, null);
        }
    }

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
            @Nullable String supersedes,
            Origin origin) {

        public Entry(Provenance provenance, @Nullable String source, Instant recordedAt, @Nullable String supersedes) {
            this(provenance, source, recordedAt, supersedes, Origin.UNTOLD);
        }
    }

    /**
     * By whom and by which way it came in, as far as that is known.
     *
     * @param number the buyer's own number of it
     * @param importCode of the upload whose row it was
     * @param reason why it corrects another
     */
    public record Origin(
            Channel channel,
            @Nullable String number,
            @Nullable String importCode,
            @Nullable String reason,
            @Nullable String login,
            @Nullable String name) {

        static final Origin UNTOLD = new Origin(Channel.FILE, null, null, null, null, null);
    }
}
