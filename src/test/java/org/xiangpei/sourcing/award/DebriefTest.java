package org.xiangpei.sourcing.award;

import java.math.BigDecimal;
import java.util.List;

import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

import org.xiangpei.sourcing.Weights;
import org.xiangpei.sourcing.award.Plan.Part;

import static org.assertj.core.api.Assertions.assertThat;

/** What who lost learns, and what they cannot. */
class DebriefTest {

    private static final String CLAUSES = "load_capacity at_least 1000 kg; ?noise at_most 65 dB(A)";
    private static final Weights ALL = new Weights(60, 20, 20);

    private static Debrief debrief(ComparedLine line, Weights weights, long own, long winner, String reason) {
        return Debrief.of(line, weights, own, List.of(new Part(winner, BigDecimal.ONE)), reason)
                .orElseThrow();
    }

    @Test
    void whoLostLearnsTheOwnRankAndByWhichStatedCriteriaTheWinnerWasBetter() {
        ComparedLine line = Bids.compared(
                Bids.asked("1", CLAUSES),
                ALL,
                Bids.of(1, "100").in(10).saying("cc"),
                Bids.of(2, "120").in(10).saying("cu"),
                Bids.of(3, "90").in(60).saying("dc"));
        Debrief second = debrief(line, ALL, 2, 1, "");
        assertThat(second.rank()).isEqualTo(2);
        assertThat(second.of()).isEqualTo(3);
        assertThat(second.betterBy()).containsExactly(Measure.PRICE, Measure.CLAUSES);
        assertThat(debrief(line, ALL, 3, 1, "").betterBy()).containsExactly(Measure.MANDATORY, Measure.DELIVERY);
    }

    @Test
    void whatWasNotStatedIsNotNamed() {
        ComparedLine line = Bids.compared(
                Bids.asked("1", CLAUSES),
                Weights.PRICE_ALONE,
                Bids.of(1, "100").in(10).saying("cc"),
                Bids.of(2, "120").in(90).saying("cu"));
        assertThat(debrief(line, Weights.PRICE_ALONE, 2, 1, "").betterBy()).containsExactly(Measure.PRICE);
    }

    @Test
    void theReasonIsForWhoWasPassedOverOnly() {
        ComparedLine line = Bids.compared(
                Bids.asked("1", ""), Weights.PRICE_ALONE, Bids.of(1, "100"), Bids.of(2, "120"), Bids.of(3, "150"));
        assertThat(debrief(line, Weights.PRICE_ALONE, 1, 2, "售后更近").reason()).contains("售后更近");
        assertThat(debrief(line, Weights.PRICE_ALONE, 3, 2, "售后更近").reason()).isEmpty();
        assertThat(debrief(line, Weights.PRICE_ALONE, 2, 2, "售后更近").reason()).isEmpty();
    }

    @Test
    void whoDidNotQuoteTheLineHasNoDebriefAndNobodyIsBetterWhereNobodyGotIt() {
        ComparedLine line = Bids.compared(Bids.asked("1", ""), Weights.PRICE_ALONE, Bids.of(1, "100"), Bids.of(2, "5"));
        assertThat(Debrief.of(line, Weights.PRICE_ALONE, 9, List.of(), null)).isEmpty();
        Debrief none = Debrief.of(line, Weights.PRICE_ALONE, 1, List.of(), null).orElseThrow();
        assertThat(none.anybody()).isFalse();
        assertThat(none.betterBy()).isEmpty();
    }

    /** The same debrief whatever the others offered, as long as the order is the same: so nothing of it can be computed. */
    @Test
    void nothingOfTheOthersIsInIt() throws Exception {
        var json = JsonMapper.builder().findAndAddModules().build();
        String one = json.writeValueAsString(debrief(
                Bids.compared(
                        Bids.asked("3", CLAUSES),
                        ALL,
                        Bids.of(1, "777.77").in(11).freight("13").saying("cc"),
                        Bids.of(2, "900").in(20).saying("cu")),
                ALL,
                2,
                1,
                ""));
        String other = json.writeValueAsString(debrief(
                Bids.compared(
                        Bids.asked("3", CLAUSES),
                        ALL,
                        Bids.of(1, "123.45").in(3).freight("7").saying("cc"),
                        Bids.of(2, "900").in(20).saying("cu")),
                ALL,
                2,
                1,
                ""));
        assertThat(one).isEqualTo(other);
        assertThat(one).doesNotContain("777", "供应商1");
    }
}
