package org.xiangpei.search;

import java.util.List;
import java.util.Map;

/** What can be asked of the index. Every engine passes the same contract test; the user's text never reaches a query parser. */
public interface CatalogSearch {

    /** Products by text, facets and validity. Never fails for any text: what means nothing finds nothing. */
    SearchResult search(SearchQuery query);

    /** Completions of a beginning, best first, at most {@code limit} of each kind. */
    List<Suggestion> suggest(String beginning, int limit);

    /**
     * Products that might answer a requirement line, best first. With a category all valid products of it are returned (up to the
     * limit), those that the text does not find with score 0.
     */
    List<Scored> candidates(CandidateQuery query);

    /** Names of the categories by code: what a result counts by category can be named without asking the database. */
    Map<String, String> categoryNames();

    record Scored(String productCode, double score) {}
}
