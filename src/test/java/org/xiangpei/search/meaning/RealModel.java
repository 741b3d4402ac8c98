package org.xiangpei.search.meaning;

import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

import org.xiangpei.search.Meaning;
import org.xiangpei.search.SentenceVector;

import static org.assertj.core.api.Assertions.assertThat;

/** The real model, loaded once for all tests, and what counts its work. */
public final class RealModel {

    private static final class Loaded {
        static final BackgroundMeaning MEANING = load();
    }

    private RealModel() {}

    public static Meaning get() {
        return Loaded.MEANING;
    }

    /** As the service does in the background. */
    public static void computeVectors(DataSource database) {
        try {
            assertThat(new VectorWorker(database, get(), Clock.systemUTC()).catchUp())
                    .isTrue();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static SentenceVector of(String sentence) {
        return get().of(sentence).orElseThrow();
    }

    /** Counts the sentences that are computed. */
    static final class Counted implements Meaning {

        final AtomicInteger sentences = new AtomicInteger();

        @Override
        public Optional<SentenceVector> of(String sentence) {
            sentences.incrementAndGet();
            return get().of(sentence);
        }
    }

    private static BackgroundMeaning load() {
        var meaning = new BackgroundMeaning();
        meaning.load();
        assertThat(meaning.state().phase()).as(meaning.state().reason()).isEqualTo(BackgroundMeaning.Phase.READY);
        return meaning;
    }
}
