package org.xiangpei.sourcing.followup;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.xiangpei.shared.RuleViolation;
import org.xiangpei.sourcing.followup.Said.Acceptance;
import org.xiangpei.sourcing.followup.Said.Delivery;
import org.xiangpei.sourcing.followup.Said.Rating;
import org.xiangpei.sourcing.followup.Said.Score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What can be stated about an award, and when. */
class AdmissionTest {

    private static final LocalDate DECIDED = LocalDate.of(2026, 6, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    private static final Acceptance PASSED = new Acceptance(TODAY, Quality.PASSED, "");

    static Rating rating(int points) {
        return new Rating(Arrays.stream(Aspect.values())
                .map(it -> new Score(it, points, "理由"))
                .toList());
    }

    private static void require(Said said, Said... before) {
        new Admission(DECIDED, ProgressTest.progress(before), TODAY).require(said);
    }

    private static AbstractThrowableAssert<?, ?> refused(String code, Said said, Said... before) {
        return assertThatThrownBy(() -> require(said, before))
                .isInstanceOfSatisfying(
                        RuleViolation.class, it -> assertThat(it.code()).isEqualTo(code));
    }

    private static Delivery whole(LocalDate on) {
        return new Delivery(on, Extent.WHOLE, "");
    }

    @Test
    void daysLieBetweenTheDecisionAndToday() {
        assertThatCode(() -> require(whole(DECIDED))).doesNotThrowAnyException();
        assertThatCode(() -> require(whole(TODAY))).doesNotThrowAnyException();
        refused("bad-follow-up", whole(DECIDED.minusDays(1)));
        refused("bad-follow-up", whole(TODAY.plusDays(1)));
        refused("bad-follow-up", new Acceptance(TODAY.plusDays(1), Quality.PASSED, ""), whole(TODAY));
    }

    @Test
    void onlyAfterItsTermIsSomethingMissing() {
        refused("follow-up-early", new Delivery(ProgressTest.DUE, Extent.LACKING, ""));
        assertThatCode(() -> require(new Delivery(ProgressTest.DUE.plusDays(1), Extent.LACKING, "")))
                .doesNotThrowAnyException();
    }

    @Test
    void whatIsCompleteIsNotDeliveredAgain() {
        refused("follow-up-stated", whole(TODAY), whole(DECIDED));
        refused("follow-up-stated", new Delivery(TODAY, Extent.PART, ""), whole(DECIDED));
        refused("follow-up-stated", new Delivery(TODAY, Extent.LACKING, ""), whole(DECIDED));
        assertThatCode(() -> require(new Delivery(DECIDED, Extent.PART, "先到的"), whole(TODAY)))
                .as("an earlier part that was forgotten")
                .doesNotThrowAnyException();
    }

    @Test
    void theSameTwiceIsOnce() {
        var part = new Delivery(TODAY, Extent.PART, "10 台");
        refused("follow-up-stated", part, part);
        assertThatCode(() -> require(new Delivery(TODAY, Extent.PART, "又 10 台"), part))
                .doesNotThrowAnyException();
    }

    @Test
    void qualityIsExaminedOnceAndOnWhatHasArrived() {
        refused("follow-up-early", PASSED);
        refused("follow-up-early", PASSED, new Delivery(TODAY, Extent.LACKING, ""));
        assertThatCode(() -> require(PASSED, new Delivery(TODAY, Extent.PART, "")))
                .doesNotThrowAnyException();
        refused("follow-up-stated", PASSED, whole(TODAY), PASSED);
    }

    @Test
    void aRatingComesAfterTheAcceptanceOrAfterALateDelivery() {
        refused("follow-up-early", rating(3));
        refused("follow-up-early", rating(3), whole(DECIDED));
        assertThatCode(() -> require(rating(3), whole(DECIDED), PASSED)).doesNotThrowAnyException();
        assertThatCode(() -> require(rating(1), new Delivery(TODAY, Extent.LACKING, "")))
                .doesNotThrowAnyException();
        refused("follow-up-stated", rating(3), whole(DECIDED), PASSED, rating(2));
    }

    @Test
    void whatDidNotPassHasItsReason() {
        for (Quality it : List.of(Quality.REMEDIED, Quality.REJECTED)) {
            assertThatThrownBy(() -> new Acceptance(TODAY, it, " "))
                    .isInstanceOf(RuleViolation.class)
                    .hasMessageContaining("请写明哪里不符合");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, -1})
    void pointsAreFromOneToFive(int points) {
        assertThatThrownBy(() -> new Score(Aspect.QUALITY, points, "理由")).isInstanceOf(RuleViolation.class);
    }

    @Test
    void everyAspectIsRatedOnceWithItsReason() {
        assertThatThrownBy(() -> new Rating(List.of(new Score(Aspect.QUALITY, 4, "好"))))
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> new Rating(List.of(
                        new Score(Aspect.QUALITY, 4, "好"),
                        new Score(Aspect.QUALITY, 4, "好"),
                        new Score(Aspect.SERVICE, 4, "好"))))
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> new Score(Aspect.QUALITY, 5, "")).hasMessageContaining("都要写明理由");
        assertThat(new Rating(List.of(
                                new Score(Aspect.QUALITY, 5, "好"),
                                new Score(Aspect.DELIVERY, 4, "好"),
                                new Score(Aspect.SERVICE, 4, "好")))
                        .mean())
                .isEqualByComparingTo("4.33");
    }
}
