package org.xiangpei.insight.report;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;

import org.xiangpei.shared.Rounds;

/** Looks now and then whether a bureau's monthly reports are due. */
@ApplicationScoped
public class ReportRounds {

    private final ReportSchedules schedules;

    ReportRounds(ReportSchedules schedules) {
        this.schedules = schedules;
    }

    @Scheduled(
            identity = "reports",
            every = "{xiangpei.reports.interval}",
            delayed = "20s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void round() {
        try {
            go();
        } catch (RuntimeException e) {
            Log.warnf(e, "The reports that are due could not be made, and are tried again");
        }
    }

    /** Until none is due. */
    public void go() {
        Rounds.untilDone(schedules::makeDue);
    }
}
