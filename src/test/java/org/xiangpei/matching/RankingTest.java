package org.xiangpei.matching;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.xiangpei.requirement.CheckedLine;
import org.xiangpei.requirement.Criterion;
import org.xiangpei.requirement.Operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xiangpei.matching.SampleFacts.TODAY;
import static org.xiangpei.matching.SampleFacts.criterion;
import static org.xiangpei.matching.SampleFacts.line;
import static org.xiangpei.matching.SampleFacts.product;

/** Fit ranks, place does not. */
class RankingTest {

    private static final Criterion STRONG = criterion("strength", Operator.AT_LEAST, "345", null, "MPa");
    private static final Criterion QUIET = desired(criterion("quiet", Operator.IS, "true", null, null));
    private static final Criterion CERTIFIED = desired(criterion(null, Operator.HOLDS, "ISO 9001", null, null));

    @Test
    void groupsComeBeforeEverything() {
        assertThat(order(
                        line(STRONG, QUIET),
                        scored(
                                9,
                                product("miss")
                                        .states("strength", "1", "1", "MPa")
                                        .states("quiet", "true")),
                        scored(5, product("possible").states("quiet", "true")),
                        scored(1, product("qualified").states("strength", "400", "400", "MPa"))))
                .containsExactly("qualified", "possible", "miss");
    }

    @Test
    void desiredClausesComeBeforeTheWords() {
        assertThat(order(
                        line(QUIET, CERTIFIED),
                        scored(9, product("none")),
                        scored(1, product("both").states("quiet", "true").holds("ISO 9001", null, null)),
                        scored(2, product("one").states("quiet", "true"))))
                .containsExactly("both", "one", "none");
    }

    @Test
    void aHeavierWishCountsMore() {
        Criterion heavy = new Criterion("quiet", Operator.IS, "true", null, List.of(), null, false, 3);
        assertThat(order(
                        line(heavy, CERTIFIED),
                        scored(9, product("certified").holds("ISO 9001", null, null)),
                        scored(1, product("quiet").states("quiet", "true"))))
                .containsExactly("quiet", "certified");
        assertThat(judged(line(heavy, CERTIFIED), scored(1, product("quiet").states("quiet", "true")))
                        .desired())
                .isEqualTo(0.75);
    }

    @Test
    void aDesiredClauseThatFailsDoesNotDisqualify() {
        var judged = judged(line(QUIET), scored(1, product("loud").states("quiet", "false")));
        assertThat(judged.verdict()).isEqualTo(Verdict.QUALIFIED);
        assertThat(judged.desired()).isZero();
    }

    @Test
    void aMandatoryUnknownIsAQuestionNotARejection() {
        assertThat(judged(line(STRONG), scored(1, product("P"))).verdict()).isEqualTo(Verdict.POSSIBLE);
    }

    @Test
    void moreCapacityThanNeededComesFirstAmongEquals() {
        var line = line("100", "台", null);
        assertThat(order(
                        line,
                        scored(1, product("unstated")),
                        scored(1, product("tight").supplies("100", "台/月")),
                        scored(1, product("ample").supplies("1", "万台/月")),
                        scored(1, product("other").supplies("9999", "套/月"))))
                .containsExactly("ample", "tight", "other", "unstated");
    }

    @Test
    void theQuickerComesFirstAmongEquals() {
        var line = line(null, null, "2027-03-01");
        assertThat(order(
                        line,
                        scored(1, product("unstated")),
                        scored(1, product("slow").deliversIn(90)),
                        scored(1, product("quick").deliversIn(15))))
                .containsExactly("quick", "slow", "unstated");
    }

    @Test
    void theCodeMakesTheOrderStable() {
        assertThat(order(line(), scored(1, product("B")), scored(1, product("C")), scored(1, product("A"))))
                .containsExactly("A", "B", "C");
    }

    @Test
    void placeNeverChangesTheOrder() {
        assertThat(order(
                        line(),
                        scored(1, product("A").madeIn("110000")),
                        scored(1, product("B").madeIn("430200"))))
                .containsExactly("A", "B");
    }

    @Test
    void whereSwitchedOnThePreferenceBreaksExactTiesOnly() {
        var elsewhere = product("A").madeIn("110000").deliversIn(30);
        var unstated = product("B").deliversIn(30);
        var here = product("C").madeIn("430211").deliversIn(30);
        var slowerHere = product("D").madeIn("430100").deliversIn(31);
        assertThat(ordered(
                        line(),
                        true,
                        scored(1, elsewhere),
                        scored(1, unstated),
                        scored(1, here),
                        scored(1, slowerHere)))
                .containsExactly("C", "A", "B", "D");
    }

    private record Scored(double score, SampleFacts product) {}

    private static Scored scored(double score, SampleFacts product) {
        return new Scored(score, product);
    }

    private static Judged judged(CheckedLine line, Scored scored) {
        return Judged.of(line, scored.product().facts(), scored.score(), TODAY);
    }

    private static List<String> order(CheckedLine line, Scored... products) {
        return ordered(line, false, products);
    }

    private static List<String> ordered(CheckedLine line, boolean preference, Scored... products) {
        return Stream.of(products)
                .map(scored -> judged(line, scored))
                .sorted(Ranking.of(Margins.of(line, TODAY), preference))
                .map(judged -> judged.facts().code())
                .toList();
    }

    private static Criterion desired(Criterion criterion) {
        return new Criterion(
                criterion.property(),
                criterion.operator(),
                criterion.value(),
                criterion.valueMax(),
                criterion.values(),
                criterion.unit(),
                false);
    }
}
