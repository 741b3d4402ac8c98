package org.xiangpei.following;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Digests are due from eight in the morning on, weekly ones on Mondays. */
class QuestionTimesTest {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @Test
    void beforeEightItIsTheMorningOfTheDayBefore() {
        assertThat(before("2026-12-02T07:59:00+08:00")).isEqualTo(times("2026-12-02", "2026-12-01", "2026-11-30"));
    }

    @Test
    void fromEightOnItIsThisMorning() {
        assertThat(before("2026-12-02T08:00:00+08:00")).isEqualTo(times("2026-12-02", "2026-12-02", "2026-11-30"));
    }

    @Test
    void onMondayBothAreTheSame() {
        assertThat(before("2026-11-30T09:00:00+08:00")).isEqualTo(times("2026-11-30", "2026-11-30", "2026-11-30"));
    }

    private static QuestionTimes before(String now) {
        return QuestionTimes.before(OffsetDateTime.parse(now).toInstant(), CHINA);
    }

    private static QuestionTimes times(String today, String daily, String weekly) {
        return new QuestionTimes(at(today, "00:00"), at(daily, "08:00"), at(weekly, "08:00"));
    }

    private static Instant at(String day, String time) {
        return OffsetDateTime.parse(day + "T" + time + ":00+08:00").toInstant();
    }
}
