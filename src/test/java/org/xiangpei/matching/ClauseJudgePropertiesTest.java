package org.xiangpei.matching;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Better;
import org.xiangpei.requirement.Operator;
import org.xiangpei.requirement.Range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xiangpei.matching.ClauseResult.PASS;
import static org.xiangpei.matching.SampleFacts.criterion;
import static org.xiangpei.matching.SampleFacts.judge;
import static org.xiangpei.matching.SampleFacts.product;

/** What must hold for every number, not only for those of the table. */
class ClauseJudgePropertiesTest {

    @Property
    void aLooserBoundNeverLosesAPass(
            @ForAll Better better,
            @ForAll("ranges") Range stated,
            @ForAll("numbers") BigDecimal strict,
            @ForAll("numbers") BigDecimal other) {
        BigDecimal lower = strict.min(other);
        BigDecimal higher = strict.max(other);
        assertLooser(better, stated, new Range(higher, null), new Range(lower, null));
        assertLooser(better, stated, new Range(null, lower), new Range(null, higher));
    }

    /** For an envelope, less is asked by a narrower range. */
    @Property
    void aLooserRangeNeverLosesAPass(
            @ForAll Better better, @ForAll("ranges") Range stated, @ForAll("fourNumbers") List<BigDecimal> ends) {
        var inner = new Range(ends.get(1), ends.get(2));
        var outer = new Range(ends.get(0), ends.get(3));
        boolean envelope = better == Better.WIDER;
        assertLooser(better, stated, envelope ? outer : inner, envelope ? inner : outer);
    }

    @Property
    void aSingleBoundIsLooserThanTwoForWhatIsNoEnvelope(
            @ForAll Better better, @ForAll("ranges") Range stated, @ForAll("fourNumbers") List<BigDecimal> ends) {
        Assume.that(better != Better.WIDER);
        var both = new Range(ends.get(0), ends.get(1));
        assertLooser(better, stated, both, new Range(ends.get(0), null));
        assertLooser(better, stated, both, new Range(null, ends.get(1)));
    }

    @Property
    void sayingLessNeverMakesAPass(
            @ForAll Better better, @ForAll("fullRanges") Range stated, @ForAll("asked") Range asked) {
        Assume.that(QuantityRule.judge(better, asked, stated) != PASS);
        assertThat(QuantityRule.judge(better, asked, new Range(stated.low(), null)))
                .isNotEqualTo(PASS);
        assertThat(QuantityRule.judge(better, asked, new Range(null, stated.high())))
                .isNotEqualTo(PASS);
    }

    @Property
    void sayingMoreNeverTurnsAnAnswerRound(
            @ForAll Better better, @ForAll("fullRanges") Range stated, @ForAll("asked") Range asked) {
        ClauseResult full = QuantityRule.judge(better, asked, stated);
        Stream.of(new Range(stated.low(), null), new Range(null, stated.high()))
                .map(less -> QuantityRule.judge(better, asked, less))
                .filter(less -> less != ClauseResult.UNKNOWN)
                .forEach(less -> assertThat(full).isEqualTo(less));
    }

    @Property
    void theUnitNeverChangesTheResult(
            @ForAll("operators") Operator operator,
            @ForAll("ranges") Range stated,
            @ForAll("fourNumbers") List<BigDecimal> ends) {
        var results = Stream.of("V", "kV", "千伏", "MV")
                .flatMap(statedIn -> Stream.of("V", "kV", "伏", "MV")
                        .map(askedIn -> result("voltage", operator, stated, statedIn, ends, askedIn, "kV")))
                .distinct();
        assertThat(results).hasSize(1);
    }

    @Property
    void celsiusAndKelvinGiveTheSameResult(
            @ForAll("operators") Operator operator,
            @ForAll("ranges") Range stated,
            @ForAll("fourNumbers") List<BigDecimal> ends) {
        var results = Stream.of("Cel", "K")
                .flatMap(statedIn -> Stream.of("℃", "K")
                        .map(askedIn -> result("temperature", operator, stated, statedIn, ends, askedIn, "Cel")))
                .distinct();
        assertThat(results).hasSize(1);
    }

    private static void assertLooser(Better better, Range stated, Range strict, Range loose) {
        if (QuantityRule.judge(better, strict, stated) == PASS) {
            assertThat(QuantityRule.judge(better, loose, stated)).isEqualTo(PASS);
        }
    }

    /** The result with both sides converted from the unit the numbers are meant in. */
    private static ClauseResult result(
            String property,
            Operator operator,
            Range stated,
            String statedIn,
            List<BigDecimal> ends,
            String askedIn,
            String meantIn) {
        Range there = stated.convert(meantIn, statedIn, false);
        Range asked = new Range(ends.get(1), ends.get(2)).convert(meantIn, askedIn, false);
        var facts = product("P")
                .states(property, text(there.low()), text(there.high()), statedIn)
                .facts();
        String max = operator == Operator.BETWEEN ? text(asked.high()) : null;
        return judge(criterion(property, operator, text(asked.low()), max, askedIn), facts)
                .result();
    }

    private static @Nullable String text(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    @Provide
    Arbitrary<BigDecimal> numbers() {
        return Arbitraries.integers().between(-60, 60).map(tenths -> BigDecimal.valueOf(tenths, 1));
    }

    @Provide
    Arbitrary<List<BigDecimal>> fourNumbers() {
        return numbers().list().ofSize(4).map(list -> list.stream()
                .sorted(Comparator.naturalOrder())
                .toList());
    }

    @Provide
    Arbitrary<Range> fullRanges() {
        return Combinators.combine(numbers(), numbers()).as((one, other) -> new Range(one.min(other), one.max(other)));
    }

    @Provide
    Arbitrary<Range> ranges() {
        return Arbitraries.oneOf(
                fullRanges(),
                numbers().map(low -> new Range(low, null)),
                numbers().map(high -> new Range(null, high)),
                numbers().map(point -> new Range(point, point)));
    }

    @Provide
    Arbitrary<Range> asked() {
        return ranges();
    }

    @Provide
    Arbitrary<Operator> operators() {
        return Arbitraries.of(Operator.AT_LEAST, Operator.AT_MOST, Operator.BETWEEN, Operator.EQUALS);
    }
}
