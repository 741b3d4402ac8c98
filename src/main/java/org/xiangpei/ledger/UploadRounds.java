package org.xiangpei.ledger;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;

import org.xiangpei.shared.Rounds;

/** Looks every second whether something is to be done with an upload. Costs a look at a small index when there is nothing. */
@ApplicationScoped
class UploadRounds {

    private final UploadWorker worker;

    UploadRounds(UploadWorker worker) {
        this.worker = worker;
    }

    /** What goes wrong in one round is tried again in the next. */
    @Scheduled(
            identity = "purchase-uploads",
            every = "{xiangpei.purchases.interval}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void round() {
        try {
            Rounds.untilDone(worker::workOff);
        } catch (RuntimeException e) {
            Log.warnf("Uploads of purchases could not be looked at, and are again: %s", e.getMessage());
        }
    }
}
