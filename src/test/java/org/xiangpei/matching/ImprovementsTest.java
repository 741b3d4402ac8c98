package org.xiangpei.matching;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

import org.xiangpei.matching.Improvement.Direction;
import org.xiangpei.requirement.CheckedLine;
import org.xiangpei.requirement.Criterion;
import org.xiangpei.requirement.Operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xiangpei.matching.SampleFacts.TODAY;
import static org.xiangpei.matching.SampleFacts.criterion;
import static org.xiangpei.matching.SampleFacts.line;
import static org.xiangpei.matching.SampleFacts.product;

/** A change that we promise is enough must be enough, and no smaller one may be. */
class ImprovementsTest {

    @Example
    void aStrengthTooLowIsRaisedToWhatIsAsked() {
        Improvement change = only(
                criterion("strength", Operator.AT_LEAST, "35", null, "MPa"),
                product("A").states("strength", "31.5", "31.5", "MPa"));
        assertThat(change.direction()).isEqualTo(Direction.RAISE);
        assertThat(change.from()).isEqualTo("31.5 MPa");
        assertThat(change.to()).isEqualTo("35 MPa");
    }

    @Example
    void demandsInOtherUnitsCompareInThePropertysOwn() {
        Improvement change = only(
                criterion("strength", Operator.AT_LEAST, "350", null, "bar"),
                product("A").states("strength", "31.5", "31.5", "MPa"));
        assertThat(change.level()).isEqualByComparingTo("35");
        assertThat(change.to()).isEqualTo("35 MPa");
    }

    @Example
    void aNoiseTooHighIsLowered() {
        Improvement change = only(
                criterion("noise", Operator.AT_MOST, "65", null, "dB(A)"),
                product("A").states("noise", "70", "72", "dB(A)"));
        assertThat(change.direction()).isEqualTo(Direction.LOWER);
        assertThat(change.level()).isEqualByComparingTo("65");
    }

    @Example
    void anEnvelopeTooNarrowOnBothSidesNeedsTwoChanges() {
        assertThat(changes(
                        criterion("temperature", Operator.BETWEEN, "-40", "60", "Cel"),
                        product("A").states("temperature", "-20", "40", "Cel")))
                .extracting(Improvement::direction)
                .containsExactly(Direction.RAISE, Direction.LOWER);
    }

    @Example
    void anEnvelopeWhoseOtherEndIsNotStatedIsNotPromisedAnything() {
        assertThat(changes(
                        criterion("temperature", Operator.BETWEEN, "-40", "60", "Cel"),
                        product("A").states("temperature", null, "40", "Cel")))
                .isEmpty();
    }

    @Example
    void ranksOptionsFlagsFieldsAndCertificates() {
        assertThat(only(
                        criterion("ip", Operator.AT_LEAST, "IP65", null, null),
                        product("A").states("ip", "IP54")))
                .satisfies(it -> assertThat(it.to()).isEqualTo("IP65"))
                .satisfies(it -> assertThat(it.direction()).isEqualTo(Direction.RAISE));
        assertThat(only(
                        criterion("colour", Operator.IS, "红", null, null),
                        product("A").states("colour", "蓝")))
                .satisfies(it -> assertThat(it.direction()).isEqualTo(Direction.STATE));
        assertThat(only(
                        criterion("quiet", Operator.IS, "true", null, null),
                        product("A").states("quiet", "false")))
                .satisfies(it -> assertThat(it.to()).isEqualTo("是"));
        assertThat(only(
                        criterion(null, Operator.DELIVERS_WITHIN, "30", null, null),
                        product("A").deliversIn(45)))
                .satisfies(it -> assertThat(it.from() + "→" + it.to()).isEqualTo("45 天→30 天"));
        assertThat(only(
                        criterion(null, Operator.SUPPLIES, "300", null, "台/月"),
                        product("A").supplies("200", "台/mo")))
                .satisfies(it -> assertThat(it.level()).isEqualByComparingTo("300"));
        assertThat(only(
                        criterion(null, Operator.PRICE_AT_MOST, "90", null, "元/台"),
                        product("A").costs("100", "120", "元/台")))
                .satisfies(it -> assertThat(it.direction()).isEqualTo(Direction.LOWER));
        assertThat(only(
                        criterion(null, Operator.HOLDS, "ISO 9001", null, null),
                        product("A").holds("GB/T 19001", null, "2020-01-01")))
                .satisfies(it -> assertThat(it.from()).contains("2020-01-01"));
    }

    @Example
    void aChangeMeetsLesserDemandsAndNotThoseItOvershoots() {
        Improvement to35 = to("35", null);
        Improvement to40 = to("40", null);
        Improvement between32And36 = to("32", "36");
        assertThat(to35.isMetBy(to40)).isTrue();
        assertThat(to40.isMetBy(to35)).isFalse();
        assertThat(between32And36.isMetBy(to35)).isTrue();
        assertThat(between32And36.isMetBy(to40)).isFalse();
    }

    @Property
    void aGuaranteeThatIsMovedAsFarAsWeSayPasses(
            @ForAll("guarantees") String property,
            @ForAll("ranges") List<BigDecimal> stated,
            @ForAll("asked") Criterion asked) {
        Criterion clause = on(property, asked);
        ProductFacts now = product("A")
                .states(property, stated.get(0).toString(), stated.get(1).toString(), unit(property))
                .facts();
        Assume.that(result(clause, now) == ClauseResult.FAIL);
        Improvement change = changes(clause, now).getFirst();
        String level = String.valueOf(change.level());
        assertThat(result(
                        clause,
                        product("A")
                                .states(property, level, level, unit(property))
                                .facts()))
                .isEqualTo(ClauseResult.PASS);
        BigDecimal less = half(change, stated);
        assertThat(result(
                        clause,
                        product("A")
                                .states(property, less.toString(), less.toString(), unit(property))
                                .facts()))
                .as("half of the way")
                .isEqualTo(ClauseResult.FAIL);
    }

    @Property
    void aSeriesThatIsExtendedAsFarAsWeSayPasses(
            @ForAll("ranges") List<BigDecimal> stated, @ForAll("asked") Criterion asked) {
        Criterion clause = on("voltage", asked);
        ProductFacts now = product("A")
                .states("voltage", stated.get(0).toString(), stated.get(1).toString(), "kV")
                .facts();
        Assume.that(result(clause, now) == ClauseResult.FAIL);
        Improvement change = changes(clause, now).getFirst();
        assertThat(result(clause, extended(change, stated, Objects.requireNonNull(change.level()))))
                .isEqualTo(ClauseResult.PASS);
        assertThat(result(clause, extended(change, stated, half(change, stated))))
                .isEqualTo(ClauseResult.FAIL);
    }

    private static ProductFacts extended(Improvement change, List<BigDecimal> stated, BigDecimal to) {
        BigDecimal low = change.direction() == Direction.LOWER ? to : stated.get(0);
        BigDecimal high = change.direction() == Direction.LOWER ? stated.get(1) : to;
        return product("A")
                .states("voltage", low.toString(), high.toString(), "kV")
                .facts();
    }

    private static BigDecimal half(Improvement change, List<BigDecimal> stated) {
        BigDecimal end = change.direction() == Direction.RAISE ? stated.get(1) : stated.get(0);
        return end.add(Objects.requireNonNull(change.level())).divide(BigDecimal.TWO);
    }

    private static Improvement to(String level, @Nullable String limit) {
        return new Improvement(
                "strength",
                "强度",
                Direction.RAISE,
                "31.5 MPa",
                level + " MPa",
                new BigDecimal(level),
                limit == null ? null : new BigDecimal(limit));
    }

    private static Criterion on(String property, Criterion asked) {
        return criterion(property, asked.operator(), asked.value(), asked.valueMax(), unit(property));
    }

    private static String unit(String property) {
        return switch (property) {
            case "strength" -> "MPa";
            case "noise" -> "dB(A)";
            default -> "kV";
        };
    }

    private static Improvement only(Criterion criterion, SampleFacts product) {
        List<Improvement> changes = changes(criterion, product);
        assertThat(changes).hasSize(1);
        return changes.getFirst();
    }

    private static List<Improvement> changes(Criterion criterion, SampleFacts product) {
        return changes(criterion, product.facts());
    }

    private static List<Improvement> changes(Criterion criterion, ProductFacts facts) {
        CheckedLine line = line(criterion);
        Finding finding = ClauseJudge.judge(line.clauses().getFirst().demand(), facts, TODAY);
        assertThat(finding.result()).isEqualTo(ClauseResult.FAIL);
        return Improvements.of(line.clauses().getFirst(), finding, facts);
    }

    private static ClauseResult result(Criterion criterion, ProductFacts facts) {
        return ClauseJudge.judge(line(criterion).clauses().getFirst().demand(), facts, TODAY)
                .result();
    }

    @Provide
    Arbitrary<String> guarantees() {
        return Arbitraries.of("strength", "noise");
    }

    @Provide
    Arbitrary<List<BigDecimal>> ranges() {
        return numbers().list().ofSize(2).map(ends -> ends.stream().sorted().toList());
    }

    @Provide
    Arbitrary<Criterion> asked() {
        Arbitrary<Criterion> single = Combinators.combine(
                        Arbitraries.of(Operator.AT_LEAST, Operator.AT_MOST, Operator.EQUALS), numbers())
                .as((operator, value) -> criterion("strength", operator, value.toString(), null, "MPa"));
        Arbitrary<Criterion> between = ranges().map(ends -> criterion(
                "strength",
                Operator.BETWEEN,
                ends.get(0).toString(),
                ends.get(1).toString(),
                "MPa"));
        return Arbitraries.oneOf(single, between);
    }

    private static Arbitrary<BigDecimal> numbers() {
        return Arbitraries.integers().between(0, 400).map(it -> BigDecimal.valueOf(it, 1));
    }
}
