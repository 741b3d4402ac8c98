package org.xiangpei.sourcing.followup;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.xiangpei.sourcing.followup.TrackRecord.Sight;

import static org.assertj.core.api.Assertions.assertThat;

/** What a viewer sees of a firm's record: nothing where there is nothing, and nothing of the few records of others. */
class TrackRecordTest {

    private static final String ME = "B-me";
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

    private static TrackRecord record(List<Outcome> outcomes) {
        return TrackRecord.of("F001", outcomes, it -> it.organization().equals(ME), AS_OF);
    }

    private static Outcome outcome(String organization, boolean onTime) {
        return new Outcome(
                organization, Optional.of(onTime), Optional.of(onTime), Optional.of(new BigDecimal("4.00")), false);
    }

    private static List<Outcome> outcomes(int others, int own) {
        List<Outcome> all = new ArrayList<>();
        for (int i = 0; i < others; i++) {
            all.add(outcome("B" + i, true));
        }
        for (int i = 0; i < own; i++) {
            all.add(outcome(ME, false));
        }
        return all;
    }

    @Test
    void aFirmWithoutHistoryHasNoRecordAndNotAGoodOne() {
        TrackRecord none = record(List.of());
        assertThat(none.isEmpty()).isTrue();
        assertThat(none.onTime().shown()).isEmpty();
        assertThat(none.accepted().shown()).isEmpty();
        assertThat(none.rating().shown()).isEmpty();
    }

    @Test
    void anAwardOfWhichNothingIsKnownCountsNowhere() {
        assertThat(record(List.of(new Outcome("B1", Optional.empty(), Optional.empty(), Optional.empty(), false)))
                        .isEmpty())
                .isTrue();
    }

    @ParameterizedTest(name = "{0} records of others and {1} own: {2} with {3} records")
    @CsvSource({
        "0, 0, NONE, 0",
        "4, 0, HIDDEN, 0",
        "5, 0, ALL, 5",
        "4, 1, OWN, 1",
        "4, 7, OWN, 7",
        "5, 1, ALL, 6",
        "0, 1, ALL, 1",
        "0, 4, ALL, 4"
    })
    void itIsTheRecordsOfOthersThatAreCounted(int others, int own, Sight sight, long records) {
        TrackRecord of = record(outcomes(others, own));
        assertThat(of.onTime().sight()).isEqualTo(sight);
        assertThat(of.onTime().records()).isEqualTo(records);
        assertThat(of.onTime().shown().isPresent()).isEqualTo(records > 0);
    }

    @Test
    void whatIsShownOfTheOwnRecordsHasNothingOfOthersInIt() {
        TrackRecord of = record(outcomes(4, 2));
        assertThat(of.onTime().shown().orElseThrow().value().orElseThrow()).isEqualByComparingTo("0");
        assertThat(of.onTime().shown().orElseThrow().denominator()).isEqualByComparingTo("2");
    }

    @Test
    void eachMeasureIsJudgedByItsOwnRecords() {
        List<Outcome> all = new ArrayList<>(outcomes(4, 0));
        all.add(new Outcome("B9", Optional.of(false), Optional.empty(), Optional.empty(), true));
        TrackRecord of = record(all);
        assertThat(of.onTime().sight()).isEqualTo(Sight.ALL);
        assertThat(of.onTime().shown().orElseThrow().value().orElseThrow()).isEqualByComparingTo("0.8");
        assertThat(of.accepted().sight()).isEqualTo(Sight.HIDDEN);
        assertThat(of.rating().sight()).isEqualTo(Sight.HIDDEN);
        assertThat(of.disputed().shown()).contains(1L);
    }

    @Test
    void theRatingIsTheMeanOfTheAwards() {
        List<Outcome> all = new ArrayList<>();
        for (String points : List.of("5.00", "5.00", "4.33", "3.00", "1.00")) {
            all.add(new Outcome("B", Optional.empty(), Optional.empty(), Optional.of(new BigDecimal(points)), false));
        }
        assertThat(record(all).rating().shown().orElseThrow().value()).isEqualByComparingTo("3.67");
    }
}
