package org.xiangpei.sourcing.signal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.xiangpei.sourcing.signal.OpenedInquiry.Line;
import org.xiangpei.sourcing.signal.OpenedInquiry.Price;
import org.xiangpei.sourcing.signal.SignalCase.Row;

/**
 * Two suppliers name the same unit price, to the last digit. 招标投标法实施条例 article 40 (4) names tenders that are unusually alike, and
 * prices that differ by a pattern. A list price that all of a trade quote from is an ordinary explanation.
 */
final class IdenticalPrices extends PairRule {

    @Override
    public SignalKind kind() {
        return SignalKind.IDENTICAL_PRICES;
    }

    @Override
    boolean isComparable(Price one, Price other) {
        return true;
    }

    @Override
    Optional<Row> judge(Line line, Price one, Price other) {
        return one.unitPrice().compareTo(other.unitPrice()) == 0
                ? Optional.of(Row.of(line, List.of(one, other), BigDecimal.ZERO))
                : Optional.empty();
    }
}
