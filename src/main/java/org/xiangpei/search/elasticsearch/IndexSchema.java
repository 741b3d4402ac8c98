package org.xiangpei.search.elasticsearch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.xiangpei.search.Facet;
import org.xiangpei.search.SentenceVector;

/** How an index is made. */
final class IndexSchema {

    /** Pages may be turned as far as there are products; a cluster keeps no more than these of an answer. */
    static final int LAST_RESULT = 10_000_000;

    private IndexSchema() {}

    /** @param alias only for who writes */
    static Map<String, Object> of(int shards, String alias) {
        return Map.of(
                "settings", Map.of("index", settings(shards)),
                "mappings", mappings(),
                "aliases", Map.of(alias, Map.of()));
    }

    /** Refreshed by who writes, when all of a change is there; deletions are remembered for as long as a writer may be outrun. */
    private static Map<String, Object> settings(int shards) {
        return Map.of(
                "number_of_shards", shards,
                "auto_expand_replicas", "0-1",
                "refresh_interval", "-1",
                "gc_deletes", "1h",
                "max_result_window", LAST_RESULT);
    }

    private static Map<String, Object> mappings() {
        var fields = new HashMap<String, Object>();
        for (String field : List.of(
                EntrySource.KIND,
                EntrySource.CODE,
                EntrySource.FOLDED_CODE,
                EntrySource.EXACT_NAME,
                EntrySource.CHARACTERS,
                EntrySource.CALLED,
                EntrySource.CATEGORY,
                EntrySource.NAME_ORDER)) {
            fields.put(field, Map.of("type", "keyword"));
        }
        for (String field :
                List.of(EntrySource.VALID_FROM, EntrySource.VALID_UNTIL, EntrySource.LEAD_TIME, EntrySource.PRICE)) {
            fields.put(field, Map.of("type", "long"));
        }
        fields.put(EntrySource.INTERRUPTED, Map.of("type", "long_range"));
        var facets = new HashMap<String, Object>();
        for (Facet facet : Facet.values()) {
            facets.put(facet.code(), Map.of("type", "keyword"));
        }
        fields.put(EntrySource.FACET, Map.of("properties", facets));
        fields.put(EntrySource.FINGERPRINT, Map.of("type", "keyword", "index", false, "doc_values", false));
        fields.put(EntrySource.SHOWN, Map.of("type", "object", "enabled", false));
        fields.put(StoredPosition.FIELD, Map.of("type", "object", "enabled", false));
        fields.put(EntrySource.MEANING, meaning());
        return Map.of(
                "dynamic_templates", List.of(Map.of("tokens", tokens())),
                "properties", fields,
                "_source",
                        Map.of(
                                "includes",
                                List.of(
                                        EntrySource.CODE,
                                        EntrySource.KIND,
                                        EntrySource.FINGERPRINT,
                                        EntrySource.CATEGORY,
                                        EntrySource.SHOWN + ".*",
                                        StoredPosition.FIELD + ".*")));
    }

    /** Whatever comes as tokens with spaces between. No phrase reaches from one value into the next. */
    private static Map<String, Object> tokens() {
        return Map.of(
                "match_mapping_type",
                "string",
                "mapping",
                Map.of("type", "text", "analyzer", "whitespace", "position_increment_gap", 100));
    }

    /** As in our own index: a graph of neighbours over numbers of one byte. */
    private static Map<String, Object> meaning() {
        return Map.of(
                "type",
                "dense_vector",
                "dims",
                SentenceVector.DIMENSIONS,
                "index",
                true,
                "similarity",
                "dot_product",
                "index_options",
                Map.of("type", "int8_hnsw", "m", 16, "ef_construction", 100));
    }
}
