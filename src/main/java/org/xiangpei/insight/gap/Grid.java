package org.xiangpei.insight.gap;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Says which quantities are near one another, without looking at others: a fixed grid, so that a line is put where it belongs whatever
 * lines came before. Steps double (…, 1, 2, 4, 8, …): two quantities of one cell differ by less than {@value #FACTOR} times. Temperatures,
 * whose zero is no beginning, go in steps of {@value #DEGREES} ℃.
 */
final class Grid {

    static final int FACTOR = 2;
    static final int DEGREES = 25;

    /** What a conversion of units leaves behind the ninth digit must not move a quantity over an edge. */
    private static final MathContext NINE_DIGITS = new MathContext(9, RoundingMode.HALF_EVEN);

    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);

    private Grid() {}

    /** @param name equal for the quantities of one cell */
    record Cell(String name, BigDecimal from, BigDecimal to) {

        /** {@code 4～8}, or a single number where both ends are one. */
        String text() {
            return from.compareTo(to) == 0 ? plain(from) : plain(from) + "～" + plain(to);
        }

        private static String plain(BigDecimal end) {
            return end.abs().compareTo(BigDecimal.ONE) < 0
                    ? end.round(THREE_DIGITS).stripTrailingZeros().toPlainString()
                    : String.format(Locale.ROOT, "%,d", end.toBigInteger());
        }
    }

    /** The cell of a quantity whose zero is nothing. */
    static Cell cell(BigDecimal quantity) {
        BigDecimal rounded = quantity.round(NINE_DIGITS);
        if (rounded.signum() == 0) {
            return new Cell("0", BigDecimal.ZERO, BigDecimal.ZERO);
        }
        int step = Math.getExponent(rounded.abs().doubleValue());
        BigDecimal near = power(step);
        BigDecimal far = power(step + 1);
        return rounded.signum() > 0
                ? new Cell("2^" + step, near, far)
                : new Cell("-2^" + step, far.negate(), near.negate());
    }

    /** The cell of a temperature in ℃. */
    static Cell temperature(BigDecimal celsius) {
        BigDecimal width = BigDecimal.valueOf(DEGREES);
        BigDecimal step = celsius.round(NINE_DIGITS).divide(width, 0, RoundingMode.FLOOR);
        BigDecimal from = step.multiply(width);
        return new Cell("T" + step.toPlainString(), from, from.add(width));
    }

    private static BigDecimal power(int step) {
        return step >= 0
                ? BigDecimal.TWO.pow(step)
                : BigDecimal.ONE.divide(BigDecimal.TWO.pow(-step), MathContext.DECIMAL64);
    }
}
