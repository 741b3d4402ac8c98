package org.xiangpei.search.meaning;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.xiangpei.search.Meaning;
import org.xiangpei.search.SentenceVector;

import static org.assertj.core.api.Assertions.assertThat;

/** The real model, loaded once for all tests, and what counts its work. */
final class RealModel {

    private static final class Loaded {
        static final BackgroundMeaning MEANING = load();
    }

    private RealModel() {}

    static BackgroundMeaning get() {
        return Loaded.MEANING;
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
