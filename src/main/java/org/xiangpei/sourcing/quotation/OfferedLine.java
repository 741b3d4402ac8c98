package org.xiangpei.sourcing.quotation;

import java.math.BigDecimal;
import java.util.List;

import jakarta.persistence.Embeddable;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What is offered for one line of an inquiry, checked by {@link OfferReader}.
 *
 * @param number of the line of the inquiry
 * @param product code of the supplier's product in the catalogue
 * @param unitPrice CNY, tax included
 * @param taxRate of the value-added tax, in percent
 * @param breaks in the order of their quantities
 * @param minimumOrder the least quantity that is sold, in the unit of the line
 * @param leadDays days from the order to the delivery
 * @param freight CNY, tax included, of the whole line
 * @param productionRegion GB/T 2260 code of where it is really made; null when that is not said
 * @param localContentPct declared share of local content
 * @param replies one for each clause of the line, in their order
 */
@Embeddable
public record OfferedLine(
        int number,
        @Nullable String product,
        BigDecimal unitPrice,
        BigDecimal taxRate,
        @JdbcTypeCode(SqlTypes.JSON) List<PriceBreak> breaks,
        @Nullable BigDecimal minimumOrder,
        int leadDays,
        BigDecimal freight,
        @Nullable String productionRegion,
        @Nullable BigDecimal localContentPct,
        @JdbcTypeCode(SqlTypes.JSON) List<ClauseReply> replies,
        @Nullable String note) {

    public OfferedLine {
        breaks = List.copyOf(breaks);
        replies = List.copyOf(replies);
    }

    /** The unit price when so much is bought: that of the last break that it reaches. */
    public BigDecimal unitPriceFor(BigDecimal quantity) {
        return breaks.stream()
                .filter(it -> it.from().compareTo(quantity) <= 0)
                .reduce((lower, higher) -> higher)
                .map(PriceBreak::unitPrice)
                .orElse(unitPrice);
    }
}
