package org.xiangpei.recognition;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.runtime.Startup;

/** The terms as configured, read once, and at start: a wrong calendar ends the start, not the first filing. */
final class RecognitionTerms {

    private RecognitionTerms() {}

    @Produces
    @Singleton
    @Startup
    static Terms terms(RecognitionConfig config) {
        return new Terms(
                CalendarFile.read(config.calendar()),
                config.homeDays(),
                config.circulationDays(),
                config.reminderDays());
    }
}
