package org.xiangpei.recognition;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.xiangpei.shared.City;

import static org.assertj.core.api.Assertions.assertThat;

/** When recognitions end and can be renewed, and how long a light filing takes. */
class LifeTermsTest {

    private static final Terms LIGHT = new Terms(CalendarFile.shipped(), 5, 5, 3);
    private static final LifeTerms TERMS = new LifeTerms(List.of(30, 90, 60), 90, 180, LIGHT, 10, 30);

    @ParameterizedTest
    @CsvSource({
        "2027-03-31, 2026-12-30, false, 91 days before",
        "2027-03-31, 2026-12-31, true, 90 days before",
        "2027-03-31, 2027-03-31, true, the last day",
        "2027-03-31, 2027-09-27, true, 180 days after",
        "2027-03-31, 2027-09-28, false, too late"
    })
    void renewalOpensAndCloses(LocalDate until, LocalDate today, boolean open, String why) {
        assertThat(TERMS.isRenewable(until, today)).as(why).isEqualTo(open);
    }

    @Test
    void theEarliestNoticeComesFirst() {
        assertThat(TERMS.expiring()).containsExactly(90, 60, 30);
        assertThat(TERMS.longestNotice()).isEqualTo(90);
    }

    @Test
    void aRenewalThatChangesNothingEssentialIsExaminedInFiveDaysOverAHoliday() {
        RecognitionCase of = renewal();
        of.weigh(false);
        assertThat(of.isLight()).isTrue();
        // Filed on Monday; 1 to 7 October are off, and Saturday 10 is worked.
        of.file(Cities.author(), Cities.on(LocalDate.of(2026, 9, 28)), LIGHT);
        assertThat(of.dueOn()).contains(LocalDate.of(2026, 10, 10));
    }

    @Test
    void keySpecificationChangeReopens() {
        RecognitionCase of = renewal();
        of.weigh(true);
        assertThat(of.isLight()).isFalse();
    }

    @Test
    void whatIsFiledFromTheBeginningIsNeverLight() {
        assertThat(Cities.draft().isLight()).isFalse();
    }

    private static RecognitionCase renewal() {
        Statement recognised = Statement.of("elevator");
        return RecognitionCase.ofRecognised(
                "H20260928-AAAA-AAAA",
                new Applicant("U-FIRM", City.CHANGSHA),
                CaseKind.RENEWAL,
                "P900",
                recognised,
                Cities.author(),
                Cities.on(LocalDate.of(2026, 9, 28)).at());
    }
}
