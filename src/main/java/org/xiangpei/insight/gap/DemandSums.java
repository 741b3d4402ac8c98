package org.xiangpei.insight.gap;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.Money;

/**
 * The demand behind a gap, as far as one reader may know it.
 *
 * @param none lines for which there is nothing; the others have something that may do
 * @param buyers how many organisations ask
 * @param quantities summed by unit as stated; lines without one are in none
 * @param budget what the lines with a budget are worth together, by the rule of {@code Disclosure}
 */
public record DemandSums(long lines, long none, long buyers, List<Quantity> quantities, Optional<Money> budget) {

    /** @param unit null where the buyers stated none */
    public record Quantity(BigDecimal amount, @Nullable String unit) {}

    public long possible() {
        return lines - none;
    }
}
