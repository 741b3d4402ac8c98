package org.xiangpei.requirement.bill;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;

import org.xiangpei.shared.Rounds;

/** Looks every second whether there is a bill to read. Costs a look at a small index when there is none. */
@ApplicationScoped
class BillRounds {

    private final BillReading reading;

    BillRounds(BillReading reading) {
        this.reading = reading;
    }

    /** What goes wrong in one round is tried again in the next. */
    @Scheduled(
            identity = "bills",
            every = "{xiangpei.bills.interval}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void round() {
        try {
            Rounds.untilDone(reading::readPiece);
        } catch (RuntimeException e) {
            Log.warnf("Bills could not be looked at, and are again: %s", e.getMessage());
        }
    }
}
