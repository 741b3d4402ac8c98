package org.xiangpei.search;

import java.util.Optional;

/**
 * Turns sentences into {@linkplain SentenceVector vectors of what they mean}. Without it, while it is not there yet or where it cannot
 * be, a search goes by words alone.
 */
public interface Meaning {

    /** Knows no meaning. */
    Meaning NONE = sentence -> Optional.empty();

    /** Empty for a blank sentence, and while no vector can be made. Never fails. The same sentence always has the same vector. */
    Optional<SentenceVector> of(String sentence);
}
