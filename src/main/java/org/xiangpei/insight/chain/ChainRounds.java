package org.xiangpei.insight.chain;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;

/** Every few seconds: what the chains rest on is written anew where it has changed. */
@ApplicationScoped
public class ChainRounds {

    private final ChainRefresh refresh;

    ChainRounds(ChainRefresh refresh) {
        this.refresh = refresh;
    }

    @Scheduled(
            identity = "chains",
            every = "{xiangpei.chains.interval}",
            delayed = "9s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void round() {
        try {
            go();
        } catch (RuntimeException e) {
            Log.warnf(e, "The chains could not be written anew, and are tried again");
        }
    }

    public void go() {
        refresh.ifDue();
    }
}
