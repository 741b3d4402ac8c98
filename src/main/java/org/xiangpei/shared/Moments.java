package org.xiangpei.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How an instant reads on pages. */
public final class Moments {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private Moments() {}

    /**
     * To the minute, as {@code 2026-11-22 09:05}.
     *
     * @param zone that of the {@link Clock} of the service
     */
    public static String minute(Instant at, ZoneId zone) {
        return MINUTE.withZone(zone).format(at);
    }

    /** To the second, as {@code 2026-11-22 09:05:30}: where it matters what came first. */
    public static String second(Instant at, ZoneId zone) {
        return SECOND.withZone(zone).format(at);
    }
}
