package org.xiangpei.search;

import java.util.Map;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

/** One way to search the catalogue; the configuration says which one this process uses. */
public interface SearchEngine {

    SearchConfig.EngineKind kind();

    CatalogSearch search();

    CatalogIndex index();

    /** Catches up with the database and follows it from then on. An index in another process may come later. */
    void open();

    void close();

    State state();

    /**
     * How the index is.
     *
     * @param counts entries by kind; empty while none can be searched
     * @param withMeaning how many products have the vector of their meaning, where that is known
     * @param problem what keeps the index from being searched or from following the database, in Chinese and English; or null
     */
    record State(
            Map<Suggestion.Kind, Integer> counts,
            OptionalInt withMeaning,
            @Nullable String problem) {}
}
