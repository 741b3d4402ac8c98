package org.xiangpei.ledger;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

import org.xiangpei.shared.Rounds;

/** Looks every second whether facts wait for the kept sums; every day compares the sums with the facts. */
@ApplicationScoped
class SumRounds {

    private final SumKeeping keeping;
    private final SumCheck check;

    SumRounds(SumKeeping keeping, SumCheck check) {
        this.keeping = keeping;
        this.check = check;
    }

    /** What goes wrong in one round is tried again in the next. */
    @Scheduled(
            identity = "purchase-sums",
            every = "{xiangpei.figures.interval}",
            delayed = "3s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void round() {
        try {
            Rounds.untilDone(
                    () -> QuarkusTransaction.requiringNew().timeout(600).call(keeping::addPiece));
            check.whenDue();
        } catch (RuntimeException e) {
            Log.warnf("The sums of purchases could not be brought up to date, and are again: %s", e.getMessage());
        }
    }
}
