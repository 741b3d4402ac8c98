package org.xiangpei.search.elasticsearch;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import org.xiangpei.search.CatalogJson;
import org.xiangpei.search.Facet;
import org.xiangpei.search.IndexedCategory;
import org.xiangpei.search.Suggestion;
import org.xiangpei.search.Synonyms;
import org.xiangpei.search.elasticsearch.Cluster.RequestRefused;
import org.xiangpei.search.lucene.RemoteView;

/** What this process knows of the shared index: learned anew whenever it was written, by whomever. */
final class KnownIndex {

    private static final int ALL = 10_000;

    private record Learned(String index, long generation, RemoteView view) {}

    private final Cluster cluster;
    private final String alias;
    private final Synonyms synonyms;
    private volatile @Nullable Learned learned;

    KnownIndex(Cluster cluster, String alias, Synonyms synonyms) {
        this.cluster = cluster;
        this.alias = alias;
        this.synonyms = synonyms;
    }

    /** @throws ClusterUnavailable while no index was ever seen */
    RemoteView view() {
        Learned now = learned;
        if (now == null) {
            throw new ClusterUnavailable(cluster.addresses(), "no index was seen yet", null);
        }
        return now.view();
    }

    void learn(StoredPosition position) {
        Learned now = learned;
        boolean same = now != null && now.index().equals(position.index()) && now.generation() == position.generation();
        if (!same) {
            learned = new Learned(
                    position.index(),
                    position.generation(),
                    new RemoteView(
                            synonyms,
                            categories(),
                            Once.of(() -> values(EntrySource.CHARACTERS)),
                            Once.of(() -> values(EntrySource.field(Facet.CERTIFICATE)))));
        }
    }

    /** How many entries of each kind searches see in an index. */
    Map<Suggestion.Kind, Integer> counts(String index) {
        JsonNode answer = cluster.post(
                "/" + index + "/_search", Map.of("size", 0, "aggs", Map.of("kinds", terms(EntrySource.KIND))));
        var counts = new HashMap<Suggestion.Kind, Integer>();
        for (Suggestion.Kind kind : Suggestion.Kind.values()) {
            counts.put(kind, 0);
        }
        for (JsonNode bucket : answer.at("/aggregations/kinds/buckets")) {
            counts.put(
                    Suggestion.Kind.valueOf(bucket.path("key").asText().toUpperCase(Locale.ROOT)),
                    bucket.path("doc_count").asInt());
        }
        return counts;
    }

    int countWithMeaning() {
        return cluster.post(
                        "/" + alias + "/_count",
                        Map.of("query", Map.of("exists", Map.of("field", EntrySource.MEANING))))
                .path("count")
                .asInt();
    }

    private List<IndexedCategory> categories() {
        JsonNode answer = search(Map.of(
                "size", ALL, "query", Map.of("term", Map.of(EntrySource.KIND, Suggestion.Kind.CATEGORY.code()))));
        return answer.at("/hits/hits")
                .valueStream()
                .map(hit -> category(hit.path("_source")))
                .toList();
    }

    private static IndexedCategory category(JsonNode source) {
        JsonNode shown = source.path(EntrySource.SHOWN);
        return new IndexedCategory(
                source.path(EntrySource.CODE).asText(),
                shown.path(EntrySource.TEXT).asText(),
                shown.path(EntrySource.DETAIL).asText(),
                Answers.texts(shown.path(EntrySource.NAMES)),
                "",
                CatalogJson.properties(shown.path(EntrySource.PROPERTIES).asText()));
    }

    private List<String> values(String field) {
        JsonNode answer = search(Map.of("size", 0, "aggs", Map.of("values", terms(field))));
        return answer.at("/aggregations/values/buckets")
                .valueStream()
                .map(bucket -> bucket.path("key").asText())
                .toList();
    }

    private JsonNode search(Map<String, ?> body) {
        try {
            return cluster.post("/" + alias + "/_search", body);
        } catch (RequestRefused e) {
            throw new ClusterUnavailable(cluster.addresses(), "the index is not there: " + e.getMessage(), e);
        }
    }

    private static Map<String, Object> terms(String field) {
        return Map.of("terms", Map.of("field", field, "size", ALL));
    }

    /** Asked once, when first needed; what fails is asked again. */
    private static final class Once {

        static <T> Supplier<T> of(Supplier<T> question) {
            return new Supplier<>() {
                private volatile @Nullable T answer;

                @Override
                public T get() {
                    T known = answer;
                    if (known == null) {
                        known = question.get();
                        answer = known;
                    }
                    return known;
                }
            };
        }
    }
}
