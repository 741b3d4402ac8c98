package org.xiangpei.search.elasticsearch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import org.xiangpei.search.CandidateQuery;
import org.xiangpei.search.CatalogSearch.Scored;
import org.xiangpei.search.Facet;
import org.xiangpei.search.ListingStatus;
import org.xiangpei.search.SearchQuery;
import org.xiangpei.search.SearchSort;
import org.xiangpei.search.SentenceVector;
import org.xiangpei.search.Suggestion;
import org.xiangpei.search.elasticsearch.Cluster.RequestRefused;
import org.xiangpei.search.lucene.RemoteIndex;

/** What is asked of the shared index, as requests. */
final class AskedIndex implements RemoteIndex {

    private static final int ALL = 10_000;

    private static final Map<String, Object> BY_CODE = Map.of(EntrySource.CODE, "asc");
    private static final List<Object> BY_SCORE = List.of("_score", BY_CODE);
    private static final List<Object> BY_NAME = List.of(Map.of(EntrySource.NAME_ORDER, "asc"), BY_CODE);

    private final Cluster cluster;
    private final String alias;

    AskedIndex(Cluster cluster, String alias) {
        this.cluster = cluster;
        this.alias = alias;
    }

    @Override
    public long count(Map<String, Object> words, SearchQuery asked) {
        return send("_count", Map.of("query", listed(words, asked)))
                .path("count")
                .asLong();
    }

    @Override
    public Best best(Map<String, Object> words, SearchQuery asked, int count, Set<String> among) {
        var body = new HashMap<String, Object>();
        body.put("query", listed(words, asked));
        body.put("size", count);
        body.put("sort", BY_SCORE);
        body.put("track_total_hits", true);
        body.put("_source", List.of(EntrySource.CODE, EntrySource.CATEGORY));
        body.put(
                "aggs",
                Map.of(
                        "among",
                        Map.of(
                                "filter", Map.of("terms", Map.of(EntrySource.CODE, among)),
                                "aggs", Map.of("codes", terms(EntrySource.CODE)))));
        JsonNode answer = search(body);
        List<Product> best = Answers.products(answer);
        Set<String> others = answer.at("/aggregations/among/codes/buckets")
                .valueStream()
                .map(bucket -> bucket.path("key").asText())
                .filter(code -> best.stream().noneMatch(it -> it.code().equals(code)))
                .collect(Collectors.toSet());
        return new Best(Answers.total(answer), best, others);
    }

    @Override
    public List<Near> nearest(SentenceVector meaning, SearchQuery asked, int count) {
        JsonNode answer = send(
                "_search",
                Map.of(
                        "knn",
                        Map.of(
                                "field", EntrySource.MEANING,
                                "query_vector", meaning.values(),
                                "k", count,
                                "num_candidates", Math.max(100, count),
                                "filter", products(asked.status(), EntrySource.day(asked.day()))),
                        "size",
                        count,
                        "_source",
                        List.of(EntrySource.CODE, EntrySource.CATEGORY)));
        return answer.at("/hits/hits")
                .valueStream()
                .map(Answers::near)
                .sorted(Comparator.comparingDouble((Near near) -> -near.similarity())
                        .thenComparing(near -> near.product().code()))
                .toList();
    }

    @Override
    public Found find(Map<String, Object> words, SearchQuery asked, long from, int count, boolean ranked) {
        boolean beyond = from + count > IndexSchema.LAST_RESULT;
        Map<String, Object> body = pageRequest(words, asked, ranked);
        body.put("from", beyond ? 0 : from);
        body.put("size", beyond ? 0 : count);
        JsonNode answer = search(body);
        return new Found(Answers.total(answer), Answers.products(answer), Answers.facets(answer, asked.selected()));
    }

    @Override
    public Map<String, Called> called(Collection<String> squashed) {
        JsonNode answer = search(Map.of(
                "query",
                Map.of("bool", Map.of("filter", Map.of("terms", Map.of(EntrySource.CALLED, squashed)))),
                "size",
                ALL,
                "sort",
                List.of(BY_CODE),
                "docvalue_fields",
                List.of(EntrySource.CALLED),
                "_source",
                List.of(EntrySource.KIND, EntrySource.CODE, EntrySource.SHOWN + "." + EntrySource.TEXT)));
        var called = new HashMap<String, Called>();
        for (JsonNode hit : answer.at("/hits/hits")) {
            for (JsonNode name : hit.path("fields").path(EntrySource.CALLED)) {
                called.putIfAbsent(name.asText(), Answers.called(hit));
            }
        }
        return called;
    }

    private static Map<String, Object> pageRequest(Map<String, Object> words, SearchQuery asked, boolean ranked) {
        var body = new HashMap<String, Object>();
        body.put("query", listed(words, asked));
        body.put("post_filter", all(chosen(asked, null)));
        body.put("aggs", facets(asked));
        body.put("sort", sort(asked.sort(), ranked));
        body.put("track_scores", ranked);
        body.put("track_total_hits", true);
        return body;
    }

    @Override
    public List<Named> named(Suggestion.Kind kind, Map<String, Object> names, @Nullable String foldedCode, int count) {
        var either = new ArrayList<Object>();
        either.add(names);
        if (foldedCode != null) {
            either.add(Map.of("prefix", Map.of(EntrySource.FOLDED_CODE, foldedCode)));
        }
        JsonNode answer = search(Map.of(
                "query",
                Map.of(
                        "bool",
                        Map.of(
                                "filter",
                                term(EntrySource.KIND, kind.code()),
                                "must",
                                Map.of("bool", Map.of("should", either)))),
                "size",
                count,
                "sort",
                BY_SCORE,
                "_source",
                List.of(EntrySource.CODE, EntrySource.SHOWN)));
        return answer.at("/hits/hits")
                .valueStream()
                .map(hit -> Answers.named(hit, kind))
                .toList();
    }

    @Override
    public List<Scored> candidates(@Nullable Map<String, Object> words, CandidateQuery query) {
        var filters = new ArrayList<Object>(products(ListingStatus.VALID, EntrySource.day(query.day())));
        String category = query.category();
        if (category != null) {
            filters.add(term(EntrySource.field(Facet.CATEGORY), category));
        }
        var bool = new LinkedHashMap<String, Object>();
        bool.put("filter", filters);
        if (words != null) {
            bool.put(category == null ? "must" : "should", words);
            bool.put("minimum_should_match", 0);
        }
        JsonNode answer = search(Map.of(
                "query",
                Map.of("bool", bool),
                "size",
                Math.min(query.limit(), IndexSchema.LAST_RESULT),
                "sort",
                BY_SCORE,
                "_source",
                List.of(EntrySource.CODE)));
        return Answers.products(answer).stream()
                .map(it -> new Scored(it.code(), it.score()))
                .toList();
    }

    /** The words among the products that the search sees. */
    private static Map<String, Object> listed(Map<String, Object> words, SearchQuery asked) {
        return Map.of("bool", Map.of("must", words, "filter", products(asked.status(), EntrySource.day(asked.day()))));
    }

    private static List<Object> products(ListingStatus status, long day) {
        var filters = new ArrayList<Object>();
        filters.add(term(EntrySource.KIND, Suggestion.Kind.PRODUCT.code()));
        switch (status) {
            case VALID -> {
                filters.add(range(EntrySource.VALID_FROM, "lte", day));
                filters.add(range(EntrySource.VALID_UNTIL, "gte", day));
                filters.add(Map.of("bool", Map.of("must_not", Map.of("term", Map.of(EntrySource.INTERRUPTED, day)))));
            }
            case EXPIRED -> filters.add(range(EntrySource.VALID_UNTIL, "lt", day));
            case ALL -> {}
        }
        return filters;
    }

    /** Each facet is counted within what the others leave. */
    private static Map<String, Object> facets(SearchQuery asked) {
        var facets = new HashMap<String, Object>();
        for (Facet facet : Facet.values()) {
            facets.put(
                    facet.code(),
                    Map.of(
                            "filter", all(chosen(asked, facet)),
                            "aggs", Map.of("values", terms(EntrySource.field(facet)))));
        }
        return facets;
    }

    private static List<Object> chosen(SearchQuery asked, @Nullable Facet except) {
        return asked.selected().entrySet().stream()
                .filter(it -> it.getKey() != except && !it.getValue().isEmpty())
                .<Object>map(it -> Map.of("terms", Map.of(EntrySource.field(it.getKey()), it.getValue())))
                .toList();
    }

    private static Map<String, Object> all(List<Object> filters) {
        return filters.isEmpty() ? Map.of("match_all", Map.of()) : Map.of("bool", Map.of("filter", filters));
    }

    /** Without a text nothing is relevant: then relevance means the name. What is not stated comes last. */
    private static List<Object> sort(SearchSort sort, boolean ranked) {
        return switch (sort) {
            case RELEVANCE -> ranked ? BY_SCORE : BY_NAME;
            case NAME -> BY_NAME;
            case LEAD_TIME -> List.of(Map.of(EntrySource.LEAD_TIME, "asc"), BY_CODE);
            case PRICE -> List.of(Map.of(EntrySource.PRICE, "asc"), BY_CODE);
            case VALID_UNTIL -> List.of(Map.of(EntrySource.VALID_UNTIL, "asc"), BY_CODE);
        };
    }

    private static Map<String, Object> term(String field, String value) {
        return Map.of("term", Map.of(field, value));
    }

    private static Map<String, Object> range(String field, String bound, long value) {
        return Map.of("range", Map.of(field, Map.of(bound, value)));
    }

    private static Map<String, Object> terms(String field) {
        return Map.of("terms", Map.of("field", field, "size", ALL));
    }

    /** Frequencies of words are those of the whole index, however many shards it has. */
    private JsonNode search(Map<String, ?> body) {
        return send("_search?search_type=dfs_query_then_fetch", body);
    }

    private JsonNode send(String what, Map<String, ?> body) {
        try {
            return cluster.post("/" + alias + "/" + what, body);
        } catch (RequestRefused e) {
            if (e.isMissing()) {
                throw new ClusterUnavailable(cluster.addresses(), "the index " + alias + " is not there", e);
            }
            throw e;
        }
    }
}
