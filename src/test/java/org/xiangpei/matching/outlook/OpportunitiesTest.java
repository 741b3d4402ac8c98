package org.xiangpei.matching.outlook;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.xiangpei.matching.Answered;
import org.xiangpei.matching.Improvement;
import org.xiangpei.matching.Improvement.Direction;
import org.xiangpei.matching.answer.Place;

import static org.assertj.core.api.Assertions.assertThat;

class OpportunitiesTest {

    @Test
    void aHigherStepMeetsTheLowerDemandsToo() {
        Opportunity found = only(near(1, raise("35")), near(2, raise("35")), near(3, raise("40")));
        assertThat(found.steps()).extracting(Opportunity.Step::lines).containsExactly(2, 3);
        assertThat(found.best().changes()).extracting(Improvement::to).containsExactly("40 MPa");
        assertThat(found.lines()).extracting(it -> it.place().number()).containsExactly(1, 2, 3);
    }

    @Test
    void aStepThatOvershootsAnotherDemandIsNotCountedForIt() {
        Opportunity found = only(near(1, raise("35", "36")), near(2, raise("40")), near(3, raise("40")));
        assertThat(found.best().lines()).isEqualTo(2);
        assertThat(found.lines()).extracting(it -> it.place().number()).containsExactly(2, 3);
    }

    @Test
    void lowerIsFartherWhereLessIsAsked() {
        Opportunity found = only(near(1, lower("65")), near(2, lower("60")));
        assertThat(found.steps())
                .extracting(step -> step.changes().getFirst().to() + " " + step.lines())
                .containsExactly("65 dB 1", "60 dB 2");
    }

    @Test
    void otherOptionsAreOtherOpportunities() {
        assertThat(Opportunities.of(List.of(near(1, option("法兰")), near(2, option("铰轴")), near(3, option("法兰")))))
                .extracting(it -> it.best().lines())
                .containsExactly(2, 1);
    }

    @Test
    void twoChangesTogetherAreOneOpportunity() {
        Opportunity found = only(near(1, raise("35"), lower("65")), near(2, raise("32"), lower("60")));
        assertThat(found.best().changes()).extracting(Improvement::to).containsExactlyInAnyOrder("35 MPa", "60 dB");
        assertThat(found.best().lines()).isEqualTo(2);
    }

    @Test
    void theOneThatMeetsMostComesFirst() {
        assertThat(Opportunities.of(List.of(near(1, lower("65")), near(2, raise("35")), near(3, raise("35")))))
                .extracting(it -> it.best().changes().getFirst().key())
                .containsExactly("pressure", "noise");
    }

    private static Opportunity only(Near... lines) {
        List<Opportunity> found = Opportunities.of(List.of(lines));
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static Improvement raise(String to) {
        return raise(to, null);
    }

    private static Improvement raise(String to, @Nullable String limit) {
        return new Improvement(
                "pressure",
                "压力",
                Direction.RAISE,
                "25 MPa",
                to + " MPa",
                new BigDecimal(to),
                limit == null ? null : new BigDecimal(limit));
    }

    private static Improvement lower(String to) {
        return new Improvement("noise", "噪声", Direction.LOWER, "70 dB", to + " dB", new BigDecimal(to), null);
    }

    private static Improvement option(String to) {
        return new Improvement("mounting", "安装", Direction.STATE, "耳环", to, null, null);
    }

    private static Near near(int number, Improvement... changes) {
        return new Near(
                new Place("X", number),
                "行" + number,
                "B",
                null,
                "hydraulic_cylinder",
                "油缸",
                new Answered.Missed("P", "油缸", "F", "厂", 0, Stream.of(changes).toList()));
    }
}
