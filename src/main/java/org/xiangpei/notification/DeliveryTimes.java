package org.xiangpei.notification;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/**
 * When what happens now is shown or mailed: digests are for the morning, before the desk opens.
 *
 * @param daily the next morning at eight
 * @param weekly the next Monday morning at eight
 */
record DeliveryTimes(Instant now, Instant daily, Instant weekly) {

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    static DeliveryTimes after(Instant now, ZoneId zone) {
        ZonedDateTime today = now.atZone(zone).with(MORNING);
        ZonedDateTime daily = today.toInstant().isAfter(now) ? today : today.plusDays(1);
        return new DeliveryTimes(
                now,
                daily.toInstant(),
                daily.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY)).toInstant());
    }
}
