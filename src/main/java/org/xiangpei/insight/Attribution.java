package org.xiangpei.insight;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import org.xiangpei.shared.Rate;

/**
 * Takes the difference of two rates apart by reasons.
 *
 * <p>With N/D before and N′/D′ after, a reason that changed them by ΔN and ΔD is worth (ΔN − ΔD · N/D) ÷ D′: what it brought beyond the rate
 * that was, weighed by the whole that is. The worths of all reasons are exactly the difference, in whatever order the reasons are taken.
 * Rounded to the six decimals of a rate they still are: what rounding leaves over goes to those that it cost most.
 */
final class Attribution {

    private static final MathContext EXACT = new MathContext(60, RoundingMode.HALF_EVEN);
    private static final BigDecimal UNIT = BigDecimal.ONE.movePointLeft(Rate.SCALE);

    private record Worth(int index, BigDecimal exact, BigDecimal floor) {

        BigDecimal lost() {
            return exact.subtract(floor);
        }
    }

    private Attribution() {}

    /** The difference of the rates as they are shown; both have a value. */
    static BigDecimal difference(Rate before, Rate after) {
        return value(after).subtract(value(before));
    }

    /**
     * The worth of each movement, in their order; together exactly the {@link #difference}.
     *
     * @throws IllegalStateException when the movements are not the whole difference, which is a defect of ours
     */
    static List<BigDecimal> worths(Rate before, Rate after, List<Movement> movements) {
        requireWhole(before, after, movements);
        List<Worth> worths = new ArrayList<>();
        for (int i = 0; i < movements.size(); i++) {
            BigDecimal exact = worth(before, after, movements.get(i));
            worths.add(new Worth(i, exact, exact.setScale(Rate.SCALE, RoundingMode.FLOOR)));
        }
        return rounded(difference(before, after), worths);
    }

    private static BigDecimal worth(Rate before, Rate after, Movement movement) {
        BigDecimal expected =
                movement.denominator().multiply(before.numerator()).divide(before.denominator(), EXACT);
        return movement.numerator().subtract(expected).divide(after.denominator(), EXACT);
    }

    private static List<BigDecimal> rounded(BigDecimal difference, List<Worth> worths) {
        BigDecimal floors = worths.stream().map(Worth::floor).reduce(BigDecimal.ZERO, BigDecimal::add);
        int left = difference
                .subtract(floors)
                .divide(UNIT, RoundingMode.UNNECESSARY)
                .intValueExact();
        List<BigDecimal> shown =
                new ArrayList<>(worths.stream().map(Worth::floor).toList());
        List<Worth> byLoss = worths.stream()
                .sorted(Comparator.comparing(Worth::lost).reversed())
                .toList();
        for (int i = 0; i < Math.abs(left); i++) {
            Worth next = left > 0 ? byLoss.get(i % byLoss.size()) : byLoss.get(byLoss.size() - 1 - i % byLoss.size());
            shown.set(next.index(), shown.get(next.index()).add(left > 0 ? UNIT : UNIT.negate()));
        }
        return shown;
    }

    private static void requireWhole(Rate before, Rate after, List<Movement> movements) {
        boolean whole =
                sum(movements, Movement::numerator).compareTo(after.numerator().subtract(before.numerator())) == 0
                        && sum(movements, Movement::denominator)
                                        .compareTo(after.denominator().subtract(before.denominator()))
                                == 0;
        if (!whole) {
            throw new IllegalStateException(
                    "The reasons " + movements + " are not the difference between " + before + " and " + after);
        }
    }

    private static BigDecimal sum(List<Movement> movements, Function<Movement, BigDecimal> part) {
        return movements.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal value(Rate rate) {
        return rate.value().orElseThrow();
    }
}
