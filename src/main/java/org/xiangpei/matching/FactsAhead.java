package org.xiangpei.matching;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;

import org.xiangpei.requirement.Vocabularies;
import org.xiangpei.requirement.Vocabulary;

/**
 * Reads the facts of the catalogue before anybody asks for them: soon after the start, and again what has changed since. The first bill
 * against a hundred thousand products would else wait twenty seconds for them. It is one reader beside all others: a question that comes
 * meanwhile reads for itself what is not there yet, and {@link KnownFacts} keeps no fact twice and none that a change has overtaken.
 */
@ApplicationScoped
class FactsAhead {

    private final FactsLoader loader;
    private final Vocabularies vocabularies;

    FactsAhead(FactsLoader loader, Vocabularies vocabularies) {
        this.loader = loader;
        this.vocabularies = vocabularies;
    }

    /** Not before the process answers requests. What goes wrong in one round is tried again in the next. */
    @Scheduled(
            identity = "facts",
            every = "{xiangpei.facts.interval}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void round() {
        long began = System.nanoTime();
        try {
            int read = read();
            if (read > 0) {
                Log.infof(
                        "Read the facts of %d products ahead in %d ms", read, (System.nanoTime() - began) / 1_000_000);
            }
        } catch (RuntimeException e) {
            Log.warnf("Facts could not be read ahead, and are again: %s", e.getMessage());
        }
    }

    /**
     * Category by category, each in a transaction of its own, up to what fits into memory.
     *
     * @return of how many products the facts were not known before
     */
    int read() {
        Vocabulary vocabulary = vocabularies.load();
        Facts facts = loader.open(vocabulary);
        int read = 0;
        for (String category : vocabulary.categories()) {
            read += facts.readAhead(category);
        }
        return read;
    }
}
