package org.xiangpei.insight.overview;

import java.time.LocalDate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.xiangpei.ledger.Period;

import static org.assertj.core.api.Assertions.assertThat;

/** What a period is compared with. */
class OverviewsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-03-31, 2025-10-03, 2025-12-31",
        "2026-11-29, 2026-11-29, 2026-11-28, 2026-11-28",
        "2024-03-01, 2024-03-31, 2024-01-30, 2024-02-29",
    })
    void thePeriodBeforeEndsTheDayBeforeAndIsAsLong(LocalDate from, LocalDate to, LocalDate before, LocalDate until) {
        assertThat(Overviews.justBefore(new Period(from, to))).isEqualTo(new Period(before, until));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-11-29, 2025-01-01, 2025-11-29",
        "2025-02-01, 2025-02-28, 2024-02-01, 2024-02-29",
        "2024-02-29, 2024-02-29, 2023-02-28, 2023-02-28",
    })
    void aYearAgoAreTheSameDaysAndAWholeMonthStaysWhole(
            LocalDate from, LocalDate to, LocalDate before, LocalDate until) {
        assertThat(Overviews.aYearAgo(new Period(from, to))).isEqualTo(new Period(before, until));
    }
}
