package org.xiangpei.following;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/**
 * Since when a saved question must have been looked at not to be due: digests are made in the morning, before the desk opens.
 *
 * @param today the beginning of the day: listings begin and end with days, and no change of the catalogue says so
 * @param daily the last morning at eight
 * @param weekly the last Monday morning at eight
 */
record QuestionTimes(Instant today, Instant daily, Instant weekly) {

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    static QuestionTimes before(Instant now, ZoneId zone) {
        ZonedDateTime here = now.atZone(zone);
        ZonedDateTime morning = here.with(MORNING);
        ZonedDateTime daily = morning.isAfter(here) ? morning.minusDays(1) : morning;
        return new QuestionTimes(
                here.toLocalDate().atStartOfDay(zone).toInstant(),
                daily.toInstant(),
                daily.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toInstant());
    }
}
