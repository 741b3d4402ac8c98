package org.xiangpei.recognition;

import java.nio.file.Path;
import java.time.Duration;
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

    /** Holidays and moved working days, instead of those that come with the service; of the same form. */
    Optional<Path> calendar();

    /** How often the service looks for terms that have ended. A late answer is refused without that, too. */
    @WithDefault("PT1M")
    Duration watch();
}
