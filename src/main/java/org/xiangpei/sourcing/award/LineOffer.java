package org.xiangpei.sourcing.award;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.Money;
import org.xiangpei.sourcing.quotation.ClauseReply;
import org.xiangpei.sourcing.quotation.OfferedLine;
import org.xiangpei.sourcing.quotation.Reply;

/**
 * What one quotation offers for one line.
 *
 * @param quotation its id
 * @param validUntil the last day on which the supplier stands by it, as last confirmed
 */
public record LineOffer(long quotation, Supplier supplier, OfferedLine offered, LocalDate validUntil) {

    /** @param firm its code in the catalogue */
    public record Supplier(
            String name, @Nullable String firm, @Nullable String uscc) {}

    /** Of a quantity, with its price break and the freight of the line. */
    public Cost cost(BigDecimal quantity) {
        return new Cost(quantity, offered.unitPriceFor(quantity), new Money(offered.freight()));
    }

    /** @param clause its place in the line's criteria */
    public Reply reply(int clause) {
        return answer(clause).map(ClauseReply::reply).orElse(Reply.UNANSWERED);
    }

    public Optional<ClauseReply> answer(int clause) {
        return offered.replies().stream().filter(it -> it.clause() == clause).findFirst();
    }

    /** Whether the supplier no longer stands by it on that day. */
    public boolean isExpired(LocalDate day) {
        return validUntil.isBefore(day);
    }

    /** Whether the supplier sells no less than more of it. */
    public boolean isBelowMinimum(BigDecimal quantity) {
        return minimumOrder().filter(it -> quantity.compareTo(it) < 0).isPresent();
    }

    public Optional<BigDecimal> minimumOrder() {
        return Optional.ofNullable(offered.minimumOrder());
    }
}
