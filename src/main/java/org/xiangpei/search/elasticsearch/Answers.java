package org.xiangpei.search.elasticsearch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import org.xiangpei.search.CatalogJson;
import org.xiangpei.search.Facet;
import org.xiangpei.search.SearchResult.FacetCount;
import org.xiangpei.search.StatedSpecification;
import org.xiangpei.search.Suggestion;
import org.xiangpei.search.lucene.RemoteIndex.Called;
import org.xiangpei.search.lucene.RemoteIndex.Named;
import org.xiangpei.search.lucene.RemoteIndex.Near;
import org.xiangpei.search.lucene.RemoteIndex.Product;

/** Reads what Elasticsearch answers. */
final class Answers {

    private Answers() {}

    static long total(JsonNode answer) {
        return answer.at("/hits/total/value").asLong();
    }

    static List<Product> products(JsonNode answer) {
        return answer.at("/hits/hits").valueStream().map(Answers::product).toList();
    }

    static Product product(JsonNode hit) {
        JsonNode source = hit.path("_source");
        JsonNode shown = source.path(EntrySource.SHOWN);
        return new Product(
                source.path(EntrySource.CODE).asText(),
                source.path(EntrySource.CATEGORY).asText(),
                hit.path("_score").asDouble(),
                specifications(shown.path(EntrySource.SPECIFICATIONS)),
                shown.has(EntrySource.FOUND)
                        ? CatalogJson.found(shown.path(EntrySource.FOUND).asText())
                        : null,
                fields(shown.path(EntrySource.TEXTS)));
    }

    /** Elasticsearch scores a cosine so that it is never negative. */
    static Near near(JsonNode hit) {
        return new Near(product(hit), 2 * hit.path("_score").asDouble() - 1);
    }

    static Called called(JsonNode hit) {
        JsonNode source = hit.path("_source");
        boolean firm = source.path(EntrySource.KIND).asText().equals(Suggestion.Kind.FIRM.code());
        return new Called(
                firm ? Suggestion.Kind.FIRM : Suggestion.Kind.CATEGORY,
                source.path(EntrySource.CODE).asText(),
                source.path(EntrySource.SHOWN).path(EntrySource.TEXT).asText());
    }

    static Named named(JsonNode hit, Suggestion.Kind kind) {
        JsonNode source = hit.path("_source");
        JsonNode shown = source.path(EntrySource.SHOWN);
        return new Named(
                new Suggestion(
                        kind,
                        source.path(EntrySource.CODE).asText(),
                        shown.path(EntrySource.TEXT).asText(),
                        shown.path(EntrySource.DETAIL).asText(),
                        List.of()),
                texts(shown.path(EntrySource.NAMES)),
                hit.path("_score").asDouble());
    }

    static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    /** Most frequent first; a chosen value stays in the list with 0, so that it can be given up again. */
    static Map<Facet, List<FacetCount>> facets(JsonNode answer, Map<Facet, Set<String>> selected) {
        var facets = new EnumMap<Facet, List<FacetCount>>(Facet.class);
        for (Facet facet : Facet.values()) {
            var counts = new ArrayList<FacetCount>();
            for (JsonNode bucket : answer.path("aggregations")
                    .path(facet.code())
                    .path("values")
                    .path("buckets")) {
                counts.add(new FacetCount(
                        bucket.path("key").asText(), bucket.path("doc_count").asLong()));
            }
            for (String value : selected.getOrDefault(facet, Set.of())) {
                if (counts.stream().noneMatch(count -> count.value().equals(value))) {
                    counts.add(new FacetCount(value, 0));
                }
            }
            counts.sort(Comparator.comparingLong(FacetCount::count).reversed().thenComparing(FacetCount::value));
            facets.put(facet, List.copyOf(counts));
        }
        return facets;
    }

    private static List<StatedSpecification> specifications(JsonNode json) {
        return json.isTextual() ? CatalogJson.specifications(json.asText()) : List.of();
    }

    private static Map<String, List<String>> fields(JsonNode texts) {
        var fields = new HashMap<String, List<String>>();
        texts.properties().forEach(field -> fields.put(field.getKey(), texts(field.getValue())));
        return fields;
    }
}
