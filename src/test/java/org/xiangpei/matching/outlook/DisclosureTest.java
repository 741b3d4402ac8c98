package org.xiangpei.matching.outlook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.xiangpei.matching.Answered;
import org.xiangpei.matching.Improvement;
import org.xiangpei.matching.answer.Place;

import static org.assertj.core.api.Assertions.assertThat;

/** Nobody learns a buyer's budget from a sum (design rule 7). */
class DisclosureTest {

    @Test
    void fiveLinesOfTwoBuyersAreSummedToTwoDigits() {
        assertThat(new Disclosure().sum(lines(5, 2, "123456")))
                .hasValueSatisfying(sum -> assertThat(sum).hasToString("620000.00"));
    }

    @Test
    void fourLinesAreNot() {
        assertThat(new Disclosure().sum(lines(4, 2, "123456"))).isEmpty();
    }

    @Test
    void linesOfOneBuyerAreNot() {
        assertThat(new Disclosure().sum(lines(9, 1, "123456"))).isEmpty();
    }

    @Test
    void linesWithoutABudgetDoNotCount() {
        List<Near> lines = new ArrayList<>(lines(4, 2, "1000"));
        lines.add(near(99, "B9", null));
        assertThat(new Disclosure().sum(lines)).isEmpty();
    }

    @Test
    void oneLineThatIsMostOfTheSumHidesIt() {
        List<Near> lines = new ArrayList<>(lines(8, 3, "1000"));
        lines.add(near(99, "B9", "9000000"));
        assertThat(new Disclosure().sum(lines)).isEmpty();
    }

    @Test
    void twoSumsWhoseDifferenceIsAFewLinesAreNotBothShown() {
        var disclosure = new Disclosure();
        assertThat(disclosure.sum(lines(8, 2, "1000"))).isPresent();
        assertThat(disclosure.sum(lines(9, 2, "1000"))).isEmpty();
        assertThat(disclosure.sum(lines(8, 2, "1000")))
                .as("the same again tells nothing")
                .isPresent();
        assertThat(disclosure.sum(lines(13, 2, "1000"))).as("five more").isPresent();
    }

    private static List<Near> lines(int count, int buyers, String budget) {
        return IntStream.range(0, count)
                .mapToObj(number -> near(number, "B" + number % buyers, budget))
                .toList();
    }

    private static Near near(int number, String buyer, @Nullable String budget) {
        var change = new Improvement(
                "working_pressure", "压力", Improvement.Direction.RAISE, "25 MPa", "35 MPa", new BigDecimal("35"), null);
        return new Near(
                new Place("X", number),
                "行",
                buyer,
                budget == null ? null : new BigDecimal(budget),
                "hydraulic_cylinder",
                "油缸",
                new Answered.Missed("P", "油缸", "F", "厂", 0, List.of(change)));
    }
}
