package org.xiangpei.search.meaning;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import ai.onnxruntime.OrtException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.xiangpei.search.Meaning;
import org.xiangpei.search.SentenceVector;

/** The model, which is loaded beside the running service and without which the service runs as well. */
final class BackgroundMeaning implements Meaning {

    private static final Logger LOG = Logger.getLogger(BackgroundMeaning.class);

    /** One question and the worker: more at once only take memory. */
    private static final int AT_ONCE = 2;

    enum Phase {
        OFF,
        LOADING,
        READY,
        UNAVAILABLE
    }

    /** @param reason why it is not available, empty otherwise */
    record State(Phase phase, String reason) {}

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private volatile State state = new State(Phase.OFF, "");
    private volatile @Nullable BgeSmallZh model;

    State state() {
        return state;
    }

    /** Says that the model will be loaded. */
    void announce() {
        state = new State(Phase.LOADING, "");
    }

    /** Loads the model; what is wrong with the machine must never end or hinder the service. */
    void load() {
        long began = System.nanoTime();
        announce();
        try {
            model = BgeSmallZh.load();
            state = new State(Phase.READY, "");
            LOG.infof("Search by meaning is ready, loaded in %d ms", (System.nanoTime() - began) / 1_000_000);
        } catch (IOException | OrtException | RuntimeException | LinkageError e) {
            state = new State(Phase.UNAVAILABLE, reason(e));
            LOG.warnf("Search goes by words alone: the model of meaning cannot be loaded (%s)", state.reason());
        }
    }

    @Override
    public Optional<SentenceVector> of(String sentence) {
        if (sentence.isBlank() || model == null) {
            return Optional.empty();
        }
        turns.acquireUninterruptibly();
        try {
            BgeSmallZh loaded = model;
            return loaded == null ? Optional.empty() : checked(loaded.direction(sentence));
        } catch (OrtException e) {
            LOG.warnf("A sentence has no vector: %s", e.getMessage());
            return Optional.empty();
        } finally {
            turns.release();
        }
    }

    /** Waits for who is in the middle of a sentence. */
    void close() {
        turns.acquireUninterruptibly(AT_ONCE);
        try {
            BgeSmallZh loaded = model;
            model = null;
            state = new State(Phase.OFF, "");
            if (loaded != null) {
                loaded.close();
            }
        } catch (OrtException e) {
            LOG.warnf("The model of meaning cannot be closed: %s", e.getMessage());
        } finally {
            turns.release(AT_ONCE);
        }
    }

    private static Optional<SentenceVector> checked(float[] direction) {
        Optional<SentenceVector> vector = SentenceVector.of(direction);
        if (vector.isEmpty()) {
            LOG.warn("Defect: the model gave no usable vector");
        }
        return vector;
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
