package org.xiangpei.search.meaning;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

import org.xiangpei.search.Meaning;
import org.xiangpei.search.SearchConfig;
import org.xiangpei.shared.StartupOrder;

/** The one model of this process, in a thread that loads it once the service answers and then sees to the products' vectors. */
@ApplicationScoped
class MeaningEngine {

    private static final Logger LOG = Logger.getLogger(MeaningEngine.class);

    /** The service must not wait for the model: it is ready about so long after everything else has begun. */
    private static final Duration HEAD_START = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final BackgroundMeaning meaning = new BackgroundMeaning();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final SearchConfig config;
    private final VectorWorker worker;
    private final Thread thread = Thread.ofPlatform().name("meaning").daemon().unstarted(this::run);

    MeaningEngine(AgroalDataSource database, SearchConfig config, Clock clock) {
        this.config = config;
        this.worker = new VectorWorker(database, meaning, clock);
    }

    @Produces
    @Singleton
    Meaning meaning() {
        return meaning;
    }

    BackgroundMeaning.State state() {
        return meaning.state();
    }

    Optional<VectorWorker.Progress> progress() {
        return worker.progress();
    }

    void start(@Observes @Priority(StartupOrder.MEANING) StartupEvent start) {
        if (config.meaning()) {
            meaning.announce();
            thread.start();
        }
    }

    /** Before the connections are closed: what is being computed is finished and kept. */
    void stop(@Observes ShutdownEvent stop) throws InterruptedException {
        stopping.countDown();
        worker.stop();
        if (thread.isAlive() && !thread.join(PATIENCE)) {
            LOG.warn("The model of meaning does not end when asked to and is left alone");
            return;
        }
        meaning.close();
    }

    private void run() {
        if (isStoppedWithin(HEAD_START)) {
            return;
        }
        makeRoom();
        meaning.load();
        while (meaning.state().phase() == BackgroundMeaning.Phase.READY) {
            try {
                worker.catchUp();
            } catch (SQLException | RuntimeException e) {
                LOG.warnf("Sentence vectors wait for the database: %s", e.getMessage());
            }
            if (isStoppedWithin(config.pollInterval())) {
                return;
            }
        }
    }

    /** A first start leaves a hundred MiB that nothing uses, and that nobody would give back before the heap is full. */
    private static void makeRoom() {
        System.gc();
    }

    private boolean isStoppedWithin(Duration time) {
        try {
            return stopping.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
