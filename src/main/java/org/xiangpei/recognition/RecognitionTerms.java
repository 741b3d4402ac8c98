package org.xiangpei.recognition;

import java.util.List;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.runtime.Startup;

import org.xiangpei.shared.CannotStart;

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

    @Produces
    @Singleton
    @Startup
    static LifeTerms life(RecognitionConfig config, Terms full) {
        RecognitionConfig.Renewal renewal = config.renewal();
        requireDays(config.expiringDays());
        return new LifeTerms(
                config.expiringDays(),
                renewal.opensBefore(),
                renewal.closesAfter(),
                new Terms(full.calendar(), renewal.homeDays(), renewal.circulationDays(), full.reminder()),
                config.hearingDays(),
                config.certificateDays());
    }

    private static void requireDays(List<Integer> days) {
        if (days.isEmpty() || days.stream().anyMatch(it -> it < 1)) {
            throw new CannotStart("xiangpei.recognition.expiring-days 应为大于 0 的天数，例如 90,60,30；这里是 " + days + "。");
        }
    }
}
