package org.xiangpei.matching;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.xiangpei.matching.Narrowing.Left;
import org.xiangpei.matching.Narrowing.Narrow;
import org.xiangpei.requirement.CheckedLine;
import org.xiangpei.requirement.Criterion;
import org.xiangpei.requirement.Operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xiangpei.matching.SampleFacts.TODAY;
import static org.xiangpei.matching.SampleFacts.criterion;
import static org.xiangpei.matching.SampleFacts.line;
import static org.xiangpei.matching.SampleFacts.product;

/** Clauses narrow the field one after the other; who states nothing is not ruled out. */
class NarrowingTest {

    private static final Criterion STRONG = criterion("strength", Operator.AT_LEAST, "345", null, "MPa");
    private static final Criterion STRONGER = criterion("strength", Operator.AT_LEAST, "500", null, "MPa");
    private static final Criterion QUIET = criterion("quiet", Operator.IS, "true", null, null);
    private static final Criterion BLUE = criterion("colour", Operator.IS, "蓝", null, null);

    private static final SampleFacts WEAK =
            product("1").states("strength", "300", "300", "MPa").states("quiet", "true");
    private static final SampleFacts MIDDLE =
            product("2").states("strength", "400", "400", "MPa").states("quiet", "false");
    private static final SampleFacts GOOD =
            product("3").states("strength", "600", "600", "MPa").states("quiet", "true");
    private static final SampleFacts SILENT = product("4");

    @Test
    void eachClauseCountsWithThoseBeforeIt() {
        var narrowing = of(line(STRONG, QUIET), WEAK, MIDDLE, GOOD, SILENT);
        assertThat(narrowing.before()).isEqualTo(new Left(4, 4, 4, 4));
        assertThat(narrowing.steps())
                .extracting(Narrowing.Step::left)
                .containsExactly(new Left(3, 3, 2, 2), new Left(2, 2, 1, 1));
        assertThat(narrowing.steps().getFirst().required()).contains("345 MPa");
    }

    @Test
    void aDesiredClauseRulesNobodyOut() {
        var desired = new Criterion("quiet", Operator.IS, "true", null, List.of(), null, false);
        assertThat(of(line(desired), WEAK, MIDDLE).steps()).singleElement().satisfies(step -> {
            assertThat(step.left()).isEqualTo(new Left(2, 2, 2, 2));
            assertThat(step.narrow()).isEmpty();
        });
    }

    @Test
    void aClauseThatOnlyOneProductMeetsIsPointedOut() {
        assertThat(narrow(line(STRONGER), WEAK, MIDDLE, GOOD)).contains(Narrow.ONE_PRODUCT);
    }

    @Test
    void whereOthersStateNothingOnlyOneHasSaidSo() {
        assertThat(narrow(line(STRONGER), WEAK, GOOD, SILENT)).contains(Narrow.ONE_STATED);
    }

    @Test
    void aClauseThatNobodyMeetsIsPointedOut() {
        assertThat(narrow(line(criterion("strength", Operator.AT_LEAST, "900", null, "MPa")), WEAK, GOOD))
                .contains(Narrow.NOBODY);
    }

    @Test
    void clausesThatOnlyTogetherLeaveOneFirmArePointedOut() {
        var steps = of(line(STRONG, QUIET), WEAK, MIDDLE, GOOD).steps();
        assertThat(steps.getFirst().narrow()).isEmpty();
        assertThat(steps.getLast().narrow()).contains(Narrow.LEAVES_ONE);
    }

    @Test
    void whatNobodyStatesIsAQuestionAndNotNarrow() {
        assertThat(narrow(line(BLUE), WEAK, MIDDLE)).isEmpty();
    }

    @Test
    void whereOneFirmIsAllThereIsItsClausesExcludeNobody() {
        assertThat(narrow(line(STRONG), GOOD)).isEmpty();
    }

    private static Optional<Narrow> narrow(CheckedLine line, SampleFacts... products) {
        return of(line, products).steps().getLast().narrow();
    }

    private static Narrowing of(CheckedLine line, SampleFacts... products) {
        return Narrowing.of(new Matcher.Field(
                line,
                Stream.of(products)
                        .map(it -> Judged.of(line, it.facts(), 0, TODAY))
                        .toList()));
    }
}
