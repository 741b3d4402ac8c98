package org.xiangpei.sourcing.quotation.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import org.xiangpei.shared.Moments;

/**
 * How much time is left by the clock of the server: that of the browser may be wrong.
 *
 * @param until the deadline
 * @param now what the clock of the server shows
 * @param nowMillis the same, for the script that lets it run on
 * @param secondsLeft 0 when it has passed
 * @param left in words
 */
public record DeadlineView(String code, String until, String now, long nowMillis, long secondsLeft, String left) {

    static DeadlineView of(String code, Instant deadline, Instant now, ZoneId zone) {
        long left = Math.max(0, Duration.between(now, deadline).toSeconds());
        return new DeadlineView(
                code,
                Moments.minute(deadline, zone),
                Moments.second(now, zone),
                now.toEpochMilli(),
                left,
                words(Duration.ofSeconds(left)));
    }

    private static String words(Duration left) {
        if (left.isZero()) {
            return "已截止";
        }
        if (left.toMinutes() == 0) {
            return left.toSeconds() + " 秒";
        }
        String days = left.toDays() == 0 ? "" : left.toDays() + " 天 ";
        String hours = left.toHours() == 0 ? "" : left.toHoursPart() + " 小时 ";
        return days + hours + left.toMinutesPart() + " 分";
    }

    /** Whether somebody has to hurry. */
    public boolean soon() {
        return secondsLeft > 0 && secondsLeft < Duration.ofHours(2).toSeconds();
    }

    public boolean over() {
        return secondsLeft == 0;
    }
}
