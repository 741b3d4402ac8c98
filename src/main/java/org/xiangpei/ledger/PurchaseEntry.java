package org.xiangpei.ledger;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.Money;
import org.xiangpei.shared.Provenance;

/**
 * A purchase as it stands in a list: what is in effect of it.
 *
 * @param number the buyer's own
 * @param amount of what was withdrawn, what it was before
 * @param region name of the place of production where it is kept, else its code; null is unknown
 * @param corrected whether it was corrected at least once
 */
public record PurchaseEntry(
        String code,
        @Nullable String number,
        String buyerName,
        LocalDate purchasedOn,
        String item,
        @Nullable String category,
        Money amount,
        String supplier,
        @Nullable String firm,
        @Nullable String product,
        @Nullable String region,
        Place place,
        boolean corrected,
        Channel channel,
        Provenance provenance) {}
