package org.xiangpei.search.lucene;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.xiangpei.search.CandidateQuery;
import org.xiangpei.search.CatalogSearch.Scored;
import org.xiangpei.search.Facet;
import org.xiangpei.search.FoundProduct;
import org.xiangpei.search.SearchQuery;
import org.xiangpei.search.SearchResult.FacetCount;
import org.xiangpei.search.SearchResult.Span;
import org.xiangpei.search.SentenceVector;
import org.xiangpei.search.StatedSpecification;
import org.xiangpei.search.Suggestion;

/**
 * An index in another process, as our search asks it. Words come in the query language of Elasticsearch. What a search sees are the
 * products of its status on its day; only {@link #find} looks at the facets that were chosen, too.
 */
public interface RemoteIndex {

    /**
     * A found product.
     *
     * @param specifications what it states; empty where the question does not need them
     * @param found what a list shows of it; null where the question does not need it
     * @param texts as they were indexed, by the codes of their fields; empty where the question does not need them
     */
    record Product(
            String code,
            String category,
            double score,
            List<StatedSpecification> specifications,
            @Nullable FoundProduct found,
            Map<String, List<String>> texts) {}

    /** @param others those products asked for that the words find although they are not among the best */
    record Best(long total, List<Product> products, Set<String> others) {}

    record Found(long total, List<Product> products, Map<Facet, List<FacetCount>> facets) {}

    /** A firm or a category that has a name. */
    record Called(Suggestion.Kind kind, String code, String name) {}

    /** @param similarity cosine */
    record Near(Product product, double similarity) {}

    /**
     * A name that is completed.
     *
     * @param otherNames short names, synonyms, models
     */
    record Named(Suggestion suggestion, List<String> otherNames, double score) {

        String code() {
            return suggestion.code();
        }

        String text() {
            return suggestion.text();
        }

        Suggestion typed(Optional<Span> where) {
            return suggestion.typedAt(where.map(List::of).orElse(List.of()));
        }
    }

    /** How many products that the search sees have the words. */
    long count(Map<String, Object> words, SearchQuery asked);

    /** The products that have the words, best first, equal ones by code. */
    Best best(Map<String, Object> words, SearchQuery asked, int count, Set<String> among);

    /** The products nearest to a meaning, the nearest first, equally near ones by code. */
    List<Near> nearest(SentenceVector meaning, SearchQuery asked, int count);

    /**
     * A stretch of the answer in the order that was asked for, and its facets.
     *
     * @param ranked whether the words say how relevant a product is
     */
    Found find(Map<String, Object> words, SearchQuery asked, long from, int count, boolean ranked);

    /** Firms and categories by their squashed names, as far as some are called so. */
    Map<String, Called> called(Collection<String> squashed);

    /**
     * Entries of a kind whose names the query finds, or whose code begins so, best first.
     *
     * @param foldedCode null where codes are not asked for
     */
    List<Named> named(Suggestion.Kind kind, Map<String, Object> names, @Nullable String foldedCode, int count);

    /** @param words null when the line has none: then all products of its category, without an order */
    List<Scored> candidates(@Nullable Map<String, Object> words, CandidateQuery query);
}
