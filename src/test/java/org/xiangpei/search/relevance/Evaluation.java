package org.xiangpei.search.relevance;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.xiangpei.search.CatalogSearch;
import org.xiangpei.search.ListingStatus;
import org.xiangpei.search.SearchQuery;
import org.xiangpei.search.SearchResult.Hit;
import org.xiangpei.search.SearchSort;

/** How a search answers a set of judged queries, as an officer sees it: the first screen, with nothing chosen. */
public record Evaluation(List<Outcome> outcomes) {

    /** The day for which the queries were judged: what is not listed on it is not found, and was not judged. */
    public static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    public static Evaluation of(CatalogSearch search, List<JudgedQuery> queries) {
        return new Evaluation(queries.stream()
                .map(query -> new Outcome(query, firstScreen(search, query.query())))
                .toList());
    }

    public Figures of(QueryKind kind) {
        return Figures.of(outcomes.stream()
                .filter(outcome -> outcome.judged().kind() == kind)
                .toList());
    }

    /** Over all queries that something answers. */
    public Figures total() {
        return Figures.of(answerable());
    }

    /** The queries answered worst, the worst first. */
    public List<Outcome> worst(int count) {
        return answerable().stream()
                .filter(outcome -> outcome.ndcg() < 1)
                .sorted(Comparator.comparingDouble(Outcome::ndcg))
                .limit(count)
                .toList();
    }

    private List<Outcome> answerable() {
        return outcomes.stream()
                .filter(outcome -> outcome.judged().kind() != QueryKind.NONSENSE)
                .toList();
    }

    private static List<String> firstScreen(CatalogSearch search, String text) {
        var query = new SearchQuery(text, Map.of(), ListingStatus.VALID, DAY, SearchSort.RELEVANCE, 1, Outcome.SCREEN);
        return search.search(query).hits().items().stream()
                .map(Hit::productCode)
                .toList();
    }
}
