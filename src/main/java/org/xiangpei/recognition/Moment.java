package org.xiangpei.recognition;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** When something happens: the instant, and the day that it is then in China. Terms are kept by days. */
public record Moment(Instant at, LocalDate day) {

    /** Both of one reading of the clock: midnight may pass between two. */
    public static Moment of(Clock clock) {
        Instant now = clock.instant();
        return new Moment(now, LocalDate.ofInstant(now, clock.getZone()));
    }
}
