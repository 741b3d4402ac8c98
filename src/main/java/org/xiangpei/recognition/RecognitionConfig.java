package org.xiangpei.recognition;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The terms of recognition, which the three bureaus agree on. */
@ConfigMapping(prefix = "xiangpei.recognition")
public interface RecognitionConfig {

    /** Working days for the home city, from the day after the filing. */
    @WithDefault("10")
    int homeDays();

    /** Working days for the other two, from the day after the home city has accepted. */
    @WithDefault("10")
    int circulationDays();

    /** So many working days before the last day those who are awaited are reminded. */
    @WithDefault("3")
    int reminderDays();

    /** How many years a batch is valid. */
    @WithDefault("3")
    int validityYears();

    /** So many days before the last day of a recognition firm and bureaus are told, once each. */
    @WithDefault("90,60,30")
    List<Integer> expiringDays();

    /** So many days before the last day of a certificate firm and home city are told. */
    @WithDefault("30")
    int certificateDays();

    /** Working days that a firm has to state its case before its recognition is revoked, from the day after it was told. */
    @WithDefault("10")
    int hearingDays();

    Renewal renewal();

    /** Another term of what is recognised. */
    interface Renewal {
        /** From so many days before the last day. */
        @WithDefault("90")
        int opensBefore();

        /** Until so many days after the last day. */
        @WithDefault("180")
        int closesAfter();

        /** Working days for the home city when nothing essential changes. */
        @WithDefault("5")
        int homeDays();

        /** Working days for the other two then. */
        @WithDefault("5")
        int circulationDays();
    }

    /** How often the service looks for what ends; {@code off} never. */
    @WithDefault("1h")
    String endings();

    /** Holidays and moved working days, instead of those that come with the service; of the same form. */
    Optional<Path> calendar();

    /** How often the service looks for terms that have ended. A late answer is refused without that, too. */
    @WithDefault("PT1M")
    Duration watch();
}
