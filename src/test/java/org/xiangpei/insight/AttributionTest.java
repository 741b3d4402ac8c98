package org.xiangpei.insight;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import org.xiangpei.ledger.Cause;
import org.xiangpei.shared.Rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Whatever happened to a ledger, the reasons are together exactly the difference. */
class AttributionTest {

    /** What one purchase was and is: an amount and whether it is local; an amount of 0 does not count. */
    record Fact(long was, boolean wasLocal, long is, boolean isLocal, Cause cause) {}

    @Property(tries = 2000)
    void thePartsAreTogetherExactlyTheDifference(@ForAll("ledgers") List<Fact> ledger) {
        Rate before = rate(ledger.stream()
                .map(it -> new long[] {it.was(), it.wasLocal() ? 1 : 0})
                .toList());
        Rate after = rate(ledger.stream()
                .map(it -> new long[] {it.is(), it.isLocal() ? 1 : 0})
                .toList());
        if (before.value().isEmpty() || after.value().isEmpty()) {
            return;
        }
        List<Movement> movements = movements(ledger);
        List<BigDecimal> worths = Attribution.worths(before, after, movements);
        assertThat(worths.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(
                        after.value().orElseThrow().subtract(before.value().orElseThrow()));
        for (int i = 0; i < worths.size(); i++) {
            assertThat(worths.get(i)).isCloseTo(exact(before, after, movements.get(i)), within(movements.size()));
        }
    }

    @Property(tries = 500)
    void theOrderOfTheReasonsDoesNotMatter(@ForAll("ledgers") List<Fact> ledger) {
        Rate before = rate(ledger.stream()
                .map(it -> new long[] {it.was(), it.wasLocal() ? 1 : 0})
                .toList());
        Rate after = rate(ledger.stream()
                .map(it -> new long[] {it.is(), it.isLocal() ? 1 : 0})
                .toList());
        if (before.value().isEmpty() || after.value().isEmpty()) {
            return;
        }
        List<Movement> movements = movements(ledger);
        List<BigDecimal> one = Attribution.worths(before, after, movements);
        List<BigDecimal> other =
                Attribution.worths(before, after, movements.reversed()).reversed();
        for (int i = 0; i < one.size(); i++) {
            assertThat(one.get(i)).isCloseTo(other.get(i), within(2));
        }
    }

    @Test
    void aPurchaseAboveTheRateLiftsItAndOneBelowLowersIt() {
        Rate before = money("50", "100");
        Rate after = money("90", "180");
        List<BigDecimal> worths = Attribution.worths(
                before,
                after,
                List.of(
                        new Movement(Cause.NEW_PURCHASES, 1, new BigDecimal("40"), new BigDecimal("40")),
                        new Movement(Cause.CORRECTIONS, 1, BigDecimal.ZERO, new BigDecimal("40"))));
        assertThat(worths).containsExactly(new BigDecimal("0.111111"), new BigDecimal("-0.111111"));
    }

    @Test
    void reasonsThatAreNotTheWholeAreADefect() {
        assertThatThrownBy(() -> Attribution.worths(money("50", "100"), money("60", "100"), List.of()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Provide
    Arbitrary<List<Fact>> ledgers() {
        Arbitrary<Long> amounts = Arbitraries.longs().between(0, 10_000_000);
        Arbitrary<Boolean> local = Arbitraries.of(true, false);
        return Combinators.combine(amounts, local, amounts, local, Arbitraries.of(Cause.values()))
                .as(Fact::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    private static List<Movement> movements(List<Fact> ledger) {
        Map<Cause, Movement> byCause = new EnumMap<>(Cause.class);
        for (Fact fact : ledger) {
            BigDecimal numerator = yuan((fact.isLocal() ? fact.is() : 0) - (fact.wasLocal() ? fact.was() : 0));
            byCause.merge(
                    fact.cause(),
                    new Movement(fact.cause(), 1, numerator, yuan(fact.is() - fact.was())),
                    (one, other) -> new Movement(
                            one.cause(),
                            one.records() + other.records(),
                            one.numerator().add(other.numerator()),
                            one.denominator().add(other.denominator())));
        }
        return new ArrayList<>(byCause.values());
    }

    private static BigDecimal exact(Rate before, Rate after, Movement movement) {
        BigDecimal old = before.numerator().divide(before.denominator(), 40, RoundingMode.HALF_UP);
        return movement.numerator()
                .subtract(movement.denominator().multiply(old))
                .divide(after.denominator(), 40, RoundingMode.HALF_UP);
    }

    /** Of rounding: one unit of the last decimal, or as many as there are parts. */
    private static Offset<BigDecimal> within(int units) {
        return Offset.offset(new BigDecimal("0.000001").multiply(BigDecimal.valueOf(units)));
    }

    private static Rate rate(List<long[]> facts) {
        BigDecimal all = yuan(facts.stream().mapToLong(it -> it[0]).sum());
        BigDecimal local = yuan(facts.stream().mapToLong(it -> it[0] * it[1]).sum());
        return new Rate(local, all, BigDecimal.ZERO, facts.size());
    }

    private static Rate money(String numerator, String denominator) {
        return new Rate(new BigDecimal(numerator), new BigDecimal(denominator), BigDecimal.ZERO, 1);
    }

    private static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }
}
