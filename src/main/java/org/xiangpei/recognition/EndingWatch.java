package org.xiangpei.recognition;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;

/** Looks for what ends, at every instance. Nothing has to run for a recognition to end: its last day says so. */
@ApplicationScoped
class EndingWatch {

    private final EndingNews news;
    private final Clock clock;

    EndingWatch(EndingNews news, Clock clock) {
        this.news = news;
        this.clock = clock;
    }

    /** What goes wrong in one round is tried again in the next. */
    @Scheduled(
            identity = "recognition-endings",
            every = "{xiangpei.recognition.endings}",
            delayed = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void round() {
        try {
            news.tell(Moment.of(clock).day());
        } catch (RuntimeException e) {
            Log.warnf("What ends could not be told, and is tried again: %s", e.getMessage());
        }
    }
}
