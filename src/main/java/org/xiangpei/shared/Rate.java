package org.xiangpei.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A share with all that it rests on (比率). A rate without its numerator, denominator, number of records and unknown share is
 * never shown.
 *
 * @param numerator CNY for rates by value, a count for rates by line
 * @param denominator of the same measure; 0 when there is nothing to divide
 * @param unknown the part of the denominator of which nothing is known: it counts as not in the numerator (design rule 4)
 * @param records how many facts stand behind the figure
 */
public record Rate(BigDecimal numerator, BigDecimal denominator, BigDecimal unknown, long records) {

    /** Decimals of a share: 0.123456 is 12.3456 %. */
    public static final int SCALE = 6;

    public static Rate ofCounts(long numerator, long denominator, long unknown) {
        return new Rate(
                BigDecimal.valueOf(numerator),
                BigDecimal.valueOf(denominator),
                BigDecimal.valueOf(unknown),
                denominator);
    }

    public static Rate ofMoney(Money numerator, Money denominator, Money unknown, long records) {
        return new Rate(numerator.yuan(), denominator.yuan(), unknown.yuan(), records);
    }

    /** Between 0 and 1; empty, and not 0, when the denominator is 0. */
    public Optional<BigDecimal> value() {
        return shareOf(numerator);
    }

    /** Between 0 and 1; empty when the denominator is 0. */
    public Optional<BigDecimal> unknownShare() {
        return shareOf(unknown);
    }

    private Optional<BigDecimal> shareOf(BigDecimal part) {
        return denominator.signum() == 0
                ? Optional.empty()
                : Optional.of(part.divide(denominator, SCALE, RoundingMode.HALF_UP));
    }
}
