package org.xiangpei.ledger;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A period is its whole months with the days at its ends added or taken off. */
class WholeMonthsTest {

    private static final LocalDate LATER = LocalDate.of(2026, 1, 1);

    @Property
    void everyDayOfThePeriodCountsOnceAndNoOther(
            @ForAll @IntRange(min = 0, max = 800) int from,
            @ForAll @IntRange(min = 0, max = 400) int days,
            @ForAll @IntRange(min = -40, max = 40) int since) {
        var period = new Period(
                LocalDate.of(2023, 1, 1).plusDays(from),
                LocalDate.of(2023, 1, 1).plusDays(from).plusDays(days));
        LocalDate asOf = period.to().plusDays(since);
        WholeMonths.of(period, asOf).ifPresent(months -> {
            Map<LocalDate, Integer> counted = new HashMap<>();
            count(counted, months.first(), months.last(), 1);
            for (var edge : months.edges()) {
                assertThat(edge.days().from().datesUntil(edge.days().to().plusDays(1)))
                        .hasSizeBetween(1, edge.days().from().isAfter(asOf) ? 30 : 16);
                count(counted, edge.days().from(), edge.days().to(), edge.added() ? 1 : -1);
            }
            Map<LocalDate, Integer> expected = new HashMap<>();
            count(expected, period.from(), period.to(), 1);
            counted.values().removeIf(times -> times == 0);
            assertThat(counted).isEqualTo(expected);
        });
    }

    @Test
    void daysOfOneMonthAreCountedOneByOne() {
        assertThat(WholeMonths.of(period("2024-02-01", "2024-02-29"), LATER)).isEmpty();
        assertThat(WholeMonths.of(period("2024-01-20", "2024-02-05"), LATER)).isEmpty();
    }

    @Test
    void aMonthThatGoesOnAfterTheAsOfDayIsTakenWhole() {
        var months = WholeMonths.of(period("2024-01-01", "2024-02-05"), LocalDate.parse("2024-02-05"));
        assertThat(months.orElseThrow().edges())
                .containsExactly(new WholeMonths.Edge(
                        new Period(LocalDate.parse("2024-02-06"), LocalDate.parse("2024-02-29")), false));
    }

    @Test
    void monthsThatAreWholeNeedNothingElse() {
        assertThat(WholeMonths.of(period("2024-01-01", "2024-02-29"), LATER)
                        .orElseThrow()
                        .edges())
                .isEmpty();
    }

    private static Period period(String from, String to) {
        return new Period(LocalDate.parse(from), LocalDate.parse(to));
    }

    private static void count(Map<LocalDate, Integer> days, LocalDate from, LocalDate to, int times) {
        from.datesUntil(to.plusDays(1)).forEach(day -> days.merge(day, times, Integer::sum));
    }
}
