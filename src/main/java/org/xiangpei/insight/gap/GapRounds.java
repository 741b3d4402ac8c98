package org.xiangpei.insight.gap;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;

import org.xiangpei.shared.Rounds;

/** Every few seconds: lines that are due are looked at. Any number of instances share the work; what was stopped half-way is done again. */
@ApplicationScoped
public class GapRounds {

    private final GapIntake intake;

    GapRounds(GapIntake intake) {
        this.intake = intake;
    }

    @Scheduled(
            identity = "gaps",
            every = "{xiangpei.gaps.interval}",
            delayed = "8s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void round() {
        try {
            go();
        } catch (RuntimeException e) {
            Log.warnf(e, "Lines could not be put into gaps, and are tried again");
        }
    }

    /** Until nothing is due. */
    public void go() {
        Rounds.untilDone(intake::takeSome);
    }
}
