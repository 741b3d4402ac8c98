package org.xiangpei.sourcing.signal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

import org.xiangpei.sourcing.signal.OpenedInquiry.Line;
import org.xiangpei.sourcing.signal.OpenedInquiry.Price;
import org.xiangpei.sourcing.signal.SignalCase.Row;

/**
 * One of two won the line, and the other's price lies within a hundredth of the winner's, above or below, without being the same (that is
 * {@link IdenticalPrices}). Only that it is always the same two makes it worth a look. The Open Contracting Partnership names the same
 * flag (R024, price close to the winning bid) and measures it by outliers of a country; with the few inquiries here a fixed
 * distance can be checked by hand.
 */
final class CloseToWinner extends PairRule {

    static final BigDecimal CLOSEST = new BigDecimal("0.01");

    @Override
    public SignalKind kind() {
        return SignalKind.CLOSE_TO_WINNER;
    }

    @Override
    boolean isComparable(Price one, Price other) {
        return one.awarded() != other.awarded();
    }

    @Override
    Optional<Row> judge(Line line, Price one, Price other) {
        Price winner = one.awarded() ? one : other;
        Price next = one.awarded() ? other : one;
        if (winner.unitPrice().signum() == 0) {
            return Optional.empty();
        }
        BigDecimal gap =
                next.unitPrice().subtract(winner.unitPrice()).divide(winner.unitPrice(), MathContext.DECIMAL64);
        boolean close = gap.signum() != 0 && gap.abs().compareTo(CLOSEST) <= 0;
        return close ? Optional.of(Row.of(line, List.of(winner, next), gap)) : Optional.empty();
    }
}
