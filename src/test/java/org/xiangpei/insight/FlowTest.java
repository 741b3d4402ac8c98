package org.xiangpei.insight;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import org.xiangpei.ledger.CityFlow;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Money;

import static org.assertj.core.api.Assertions.assertThat;

/** Few purchases hide what flowed from one city to another from everybody who cannot read them. */
class FlowTest {

    private static final List<City> CITIES = List.of(City.values());

    @Test
    void fourPurchasesHideTheMoneyAndFiveDoNot() {
        assertThat(Flow.shown(List.of(flow(0, 1, 4)), false))
                .extracting(Flow::amount)
                .containsExactly(new Amount(4, null));
        assertThat(Flow.shown(List.of(flow(0, 1, 5)), false))
                .noneMatch(it -> it.amount().hidden());
    }

    @Test
    void whoReadsThePurchasesSeesAll() {
        assertThat(Flow.shown(List.of(flow(0, 1, 1), flow(1, 1, 2)), true))
                .noneMatch(it -> it.amount().hidden());
    }

    @Test
    void betweenCitiesWithoutPurchasesIsNothingAndNotHidden() {
        assertThat(Flow.between(Flow.shown(List.of(flow(0, 1, 4)), false), City.XIANGTAN, City.XIANGTAN))
                .isEqualTo(Amount.NONE);
    }

    /** What a city's buyers spent in all three, and what was made in a city for all three, are known: no hidden flow is what the others leave. */
    @Property(tries = 300)
    void noHiddenFlowComesOutBySubtracting(@ForAll @Size(9) List<@LongRange(min = 0, max = 12) Long> records) {
        List<Flow> shown = Flow.shown(
                IntStream.range(0, 9)
                        .filter(it -> records.get(it) > 0)
                        .mapToObj(it -> flow(it / 3, it % 3, records.get(it)))
                        .toList(),
                false);
        assertThat(shown)
                .noneMatch(it ->
                        Figure.isFew(it.amount().records()) && !it.amount().hidden());
        assertNoneIsWhatTheOthersLeave(shown, Flow::buyerCity);
        assertNoneIsWhatTheOthersLeave(shown, Flow::productionCity);
    }

    private static void assertNoneIsWhatTheOthersLeave(List<Flow> shown, Function<Flow, City> side) {
        for (City city : CITIES) {
            List<Amount> parts = shown.stream()
                    .filter(it -> side.apply(it) == city)
                    .map(Flow::amount)
                    .toList();
            List<Amount> hidden = parts.stream().filter(Amount::hidden).toList();
            long behind = hidden.stream().mapToLong(Amount::records).sum();
            assertThat(hidden.isEmpty() || (hidden.size() > 1 && behind >= 5) || hidden.size() == parts.size())
                    .as("%s", shown)
                    .isTrue();
        }
    }

    private static CityFlow flow(int from, int to, long records) {
        return new CityFlow(CITIES.get(from), CITIES.get(to), new Money(BigDecimal.valueOf(records * 100)), records);
    }
}
