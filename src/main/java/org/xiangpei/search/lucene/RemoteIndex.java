package org.xiangpei.search.lucene;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.xiangpei.search.CandidateQuery;
import org.xiangpei.search.CatalogSearch.Scored;
import org.xiangpei.search.Facet;
import org.xiangpei.search.SearchQuery;
import org.xiangpei.search.SearchResult.FacetCount;
import org.xiangpei.search.SentenceVector;
import org.xiangpei.search.Suggestion;

/**
 * An index in another process, as our search asks it. Words come in the query language of Elasticsearch. What a search sees are the
 * products of its status on its day; only {@link #page} looks at the facets that were chosen, too.
 */
public interface RemoteIndex {

    /** A found product, with its texts as they were indexed by the codes of their fields. */
    record Product(String code, String category, double score, Map<String, List<String>> texts) {}

    /** @param others those products asked for that the words find although they are not among the best */
    record Best(long total, List<Product> products, Set<String> others) {}

    record Found(long total, List<Product> products, Map<Facet, List<FacetCount>> facets) {}

    /** @param similarity cosine */
    record Near(String code, String category, double similarity) {}

    /** A name that is completed. */
    record Named(Suggestion suggestion, List<String> otherNames, double score) {}

    /** How many products that the search sees have the words. */
    long count(Map<String, Object> words, SearchQuery asked);

    /** The products that have the words, best first, equal ones by code. */
    Best best(Map<String, Object> words, SearchQuery asked, int count, Set<String> among);

    /** The products nearest to a meaning, the nearest first, equally near ones by code. */
    List<Near> nearest(SentenceVector meaning, SearchQuery asked, int count);

    /** @param ranked whether the words say how relevant a product is */
    Found page(Map<String, Object> words, SearchQuery asked, boolean ranked);

    /** The first product of the first page, or null. */
    @Nullable
    Product first(Map<String, Object> words, SearchQuery asked, boolean ranked);

    /** Entries of a kind whose names the query finds or whose code begins so, best first. */
    List<Named> named(Suggestion.Kind kind, Map<String, Object> names, String foldedCode, int count);

    /** @param words null when the line has none: then all products of its category, without an order */
    List<Scored> candidates(@Nullable Map<String, Object> words, CandidateQuery query);
}
