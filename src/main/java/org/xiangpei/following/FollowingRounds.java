package org.xiangpei.following;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;

/** Every minute: what has changed of what is followed, and what newly answers what is saved; every hour: what is about to expire. */
@ApplicationScoped
class FollowingRounds {

    private static final Duration EXPIRIES = Duration.ofHours(1);

    private final CatalogueChanges changes;
    private final Expiries expiries;
    private final NewAnswers answers;
    private final Clock clock;
    private Instant expiriesTold = Instant.EPOCH;

    FollowingRounds(CatalogueChanges changes, Expiries expiries, NewAnswers answers, Clock clock) {
        this.changes = changes;
        this.expiries = expiries;
        this.answers = answers;
        this.clock = clock;
    }

    /** What goes wrong in one round is tried again in the next. */
    @Scheduled(
            identity = "following",
            every = "{xiangpei.following.interval}",
            delayed = "20s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void round() {
        try {
            changes.tell();
            answers.tell();
            Instant now = clock.instant();
            if (expiriesTold.plus(EXPIRIES).isBefore(now)) {
                expiries.tell();
                expiriesTold = now;
            }
        } catch (RuntimeException e) {
            Log.warnf("What is followed could not be looked at, and is again: %s", e.getMessage());
        }
    }
}
