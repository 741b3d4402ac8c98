package org.xiangpei.sourcing.quotation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/**
 * Writes the envelopes of every inquiry anew from time to time: that rows have changed since they were made must not tell that somebody
 * quotes.
 */
@ApplicationScoped
class SealCover {

    static final Duration PAUSE = Duration.ofHours(12);

    private final EntityManager entities;
    private final Envelopes envelopes;
    private final Clock clock;

    SealCover(EntityManager entities, Envelopes envelopes, Clock clock) {
        this.entities = entities;
        this.envelopes = envelopes;
        this.clock = clock;
    }

    @Scheduled(
            identity = "seal-cover",
            every = "{xiangpei.seal-cover.interval}",
            delayed = "60s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void round() {
        Instant due = clock.instant().minus(PAUSE);
        for (String inquiry : QuarkusTransaction.requiringNew().call(() -> waiting(due))) {
            try {
                QuarkusTransaction.requiringNew().run(() -> cover(inquiry, due));
            } catch (RuntimeException e) {
                Log.warnf("The envelopes of %s could not be written anew, and are again: %s", inquiry, e.getMessage());
            }
        }
    }

    private List<String> waiting(Instant due) {
        return entities.createQuery(
                        "select inquiry from SealedInquiry where coveredAt < :due order by inquiry", String.class)
                .setParameter("due", due)
                .getResultList();
    }

    /** Of two instances the second finds it done. */
    private void cover(String inquiry, Instant due) {
        envelopes.hold(inquiry).filter(it -> it.coveredAt().isBefore(due)).ifPresent(envelopes::cover);
    }
}
