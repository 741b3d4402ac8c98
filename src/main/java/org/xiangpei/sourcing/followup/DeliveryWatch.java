package org.xiangpei.sourcing.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/**
 * Reminds buyers, once an award, of deliveries whose last day has passed and of which nothing is stated. Any number of instances may
 * watch: who writes the row of the reminder tells.
 */
@ApplicationScoped
class DeliveryWatch {

    private final Reminders reminders;
    private final FollowUpNotices notices;
    private final Clock clock;

    DeliveryWatch(Reminders reminders, FollowUpNotices notices, Clock clock) {
        this.reminders = reminders;
        this.notices = notices;
        this.clock = clock;
    }

    @Scheduled(
            identity = "delivery-watch",
            every = "{xiangpei.follow-up.watch}",
            delayed = "25s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void now() {
        remind(LocalDate.now(clock));
    }

    void remind(LocalDate today) {
        List<String> inquiries = QuarkusTransaction.requiringNew().call(() -> reminders.due(today));
        inquiries.forEach(code -> remind(code, today));
    }

    /** One that fails must not keep the others from being told. */
    private void remind(String inquiry, LocalDate today) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                List<FollowedAward> due = reminders.take(inquiry, today, clock.instant());
                if (!due.isEmpty()) {
                    notices.remind(due);
                }
            });
        } catch (RuntimeException failure) {
            Log.errorf(failure, "The deliveries of %s could not be reminded of; it is tried again", inquiry);
        }
    }
}
