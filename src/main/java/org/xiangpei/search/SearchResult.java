package org.xiangpei.search;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.Page;

/**
 * What a search found.
 *
 * @param facets counts by facet, most frequent first, each computed without the facet's own selection
 * @param relaxed nothing had all the words, so these have only some of them or mean nearly what was asked
 * @param didYouMean what the words that no product has were taken for: the hits are for this question; or null
 */
public record SearchResult(
        Page<Hit> hits,
        Map<Facet, List<FacetCount>> facets,
        boolean relaxed,
        @Nullable String didYouMean) {

    /**
     * @param score only comparable inside one result
     * @param foundBy empty where nothing was searched for
     * @param reasons in the order of the question's words, the meaning last; empty where nothing was searched for
     */
    public record Hit(
            String productCode, double score, List<Highlight> highlights, Set<FoundBy> foundBy, List<Reason> reasons) {}

    /** What found a product. */
    public enum FoundBy {
        WORDS,
        MEANING
    }

    /**
     * Where the words were found in a field.
     *
     * @param field {@code name}, {@code model}, {@code category}, {@code description} or {@code firm}
     * @param text the whole text of the field, as stored
     */
    public record Highlight(String field, String text, List<Span> spans) {}

    /** Offsets in UTF-16 units, {@code end} exclusive. */
    public record Span(int start, int end) {}

    public record FacetCount(String value, long count) {}
}
