package org.xiangpei.search.relevance;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Expected values are worked out by hand. */
class OutcomeTest {

    private static final JudgedQuery TWO_AND_ONE =
            new JudgedQuery(QueryKind.EXACT, "电梯", Set.of("A", "B"), Set.of("c"));

    @Test
    void theBestOrderIsOne() {
        assertThat(found("A", "B", "c", "x").ndcg()).isEqualTo(1, within(1e-12));
        assertThat(found("B", "A", "c").ndcg()).isEqualTo(1, within(1e-12));
    }

    /** (1 + 3/log2 3) / (3 + 3/log2 3 + 1/log2 4): close first, then asked for, the other missing. */
    @Test
    void aCloseOneFirstCostsGain() {
        assertThat(found("c", "A").ndcg()).isEqualTo(2.892789261 / 5.392789261, within(1e-9));
    }

    /** 3/log2 4 of 3 + 3/log2 3 + 1/2. */
    @Test
    void whatWasNotJudgedTakesAPlaceAndGainsNothing() {
        assertThat(found("x", "y", "B").ndcg()).isEqualTo(1.5 / 5.392789261, within(1e-9));
    }

    @Test
    void onlyTheFirstTenAreRanked() {
        List<String> tenOthers = IntStream.range(0, 10).mapToObj(i -> "x" + i).toList();
        assertThat(new Outcome(TWO_AND_ONE, append(tenOthers, "A")).ndcg()).isZero();
        assertThat(found().ndcg()).isZero();
    }

    @Test
    void recallIsTheShareOfBothGradesOnTheScreen() {
        assertThat(found("c", "x", "A").recall()).isEqualTo(2 / 3.0, within(1e-12));
        assertThat(found("x").recall()).isZero();
        List<String> screen = IntStream.range(0, 20).mapToObj(i -> "x" + i).toList();
        assertThat(new Outcome(TWO_AND_ONE, append(screen, "A")).recall()).isZero();
    }

    @Test
    void aScreenFullOfWhatDeservesItIsFullRecall() {
        Set<String> thirty =
                Set.copyOf(IntStream.range(0, 30).mapToObj(i -> "A" + i).toList());
        var wide = new JudgedQuery(QueryKind.SHORT, "泵", thirty, Set.of());
        assertThat(new Outcome(wide, thirty.stream().limit(20).toList()).recall())
                .isEqualTo(1);
        assertThat(new Outcome(wide, thirty.stream().limit(5).toList()).recall())
                .isEqualTo(0.25);
    }

    @Test
    void reciprocalRankLooksForTheFirstThatWasAskedFor() {
        assertThat(found("c", "x", "B", "A").reciprocalRank()).isEqualTo(1 / 3.0, within(1e-12));
        assertThat(found("A").reciprocalRank()).isEqualTo(1);
        assertThat(found("c").reciprocalRank()).isZero();
    }

    @Test
    void figuresAreMeansAndNonsenseCountsOnlyWhatFoundNothing() {
        var nonsense = new JudgedQuery(QueryKind.NONSENSE, "qwpoxz", Set.of(), Set.of());
        var figures = Figures.of(List.of(
                found("A", "B", "c"),
                found("x"),
                new Outcome(nonsense, List.of()),
                new Outcome(nonsense, List.of("x"))));
        assertThat(figures).isEqualTo(new Figures(4, 0.5, 0.5, 0.5, 0.25));
    }

    private static Outcome found(String... codes) {
        return new Outcome(TWO_AND_ONE, List.of(codes));
    }

    private static List<String> append(List<String> codes, String code) {
        return Stream.concat(codes.stream(), Stream.of(code)).toList();
    }
}
