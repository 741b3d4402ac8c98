package org.xiangpei.search;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.Coded;
import org.xiangpei.shared.Page;

/**
 * What a search found.
 *
 * @param facets counts by facet, most frequent first, each computed without the facet's own selection
 * @param relaxed nothing had all the words, so these have only some of them or mean nearly what was asked
 * @param recognised parts of the question that say something of their own, in the order in which they stand
 * @param didYouMean what the words that no product has were taken for: the hits are for this question; or null
 */
public record SearchResult(
        Page<Hit> hits,
        Map<Facet, List<FacetCount>> facets,
        boolean relaxed,
        @Nullable String didYouMean,
        List<Recognised> recognised) {

    /**
     * @param score only comparable inside one result, and among hits that fit alike
     * @param foundBy empty where nothing was searched for
     * @param reasons why it was found, in the order of the question's words, the meaning last; empty where nothing was searched for
     * @param fits how the product fits what the question asks of properties, in the order of the question
     */
    public record Hit(
            FoundProduct product,
            double score,
            List<Highlight> highlights,
            Set<FoundBy> foundBy,
            List<Reason> reasons,
            List<SpecificationFit> fits) {

        public String productCode() {
            return product.code();
        }
    }

    /**
     * How a product fits a part of the question that asks something of a property.
     *
     * @param name of the property
     * @param stated what the product states, for a reader; empty where it states nothing
     */
    public record SpecificationFit(String property, String name, String stated, Fit fit) {}

    /**
     * A part of the question that says something of its own. It orders or finds products like any words; nothing is left out for it.
     *
     * @param name of the property, for a specification only
     * @param value what was understood, for a reader
     * @param without the question without this part
     */
    public record Recognised(Kind kind, @Nullable String name, String value, String without) {

        public enum Kind implements Coded {
            CITY,
            FIRM,
            CATEGORY,
            CERTIFICATE,
            STANDARD,
            SPECIFICATION
        }
    }

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
