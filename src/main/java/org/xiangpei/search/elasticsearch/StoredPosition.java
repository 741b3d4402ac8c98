package org.xiangpei.search.elasticsearch;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import org.xiangpei.search.lucene.IndexPosition;

/**
 * The position of a shared index, a document of the index itself: whatever index the alias leads to, its position comes with it.
 *
 * @param index the name of the index
 * @param generation counts the steps in which the index was written. Every document carries it as its version, so that a writer who
 *     was outrun by another one undoes nothing of what that one wrote
 * @param sequence with {@code term} what has to be as it was read when the position is written again
 */
record StoredPosition(String index, IndexPosition position, long generation, long sequence, long term) {

    /** Its document, and the field in it. */
    static final String ID = "position";

    static final String FIELD = "position";

    /** A transaction that runs for long while much is imported: then some is indexed again instead. */
    private static final int MOST_APPLIED = 10_000;

    private static final String GENERATION = "generation";
    private static final String APPLIED = "applied";

    /** Empty for a position of another version of us. */
    static Optional<StoredPosition> read(JsonNode document) {
        JsonNode field = document.path("_source").path(FIELD);
        Map<String, String> data = new HashMap<>();
        field.properties().forEach(it -> data.put(it.getKey(), it.getValue().asText()));
        Set<Long> applied =
                field.path(APPLIED).valueStream().map(JsonNode::asLong).collect(Collectors.toSet());
        return IndexPosition.read(data)
                .map(position -> new StoredPosition(
                        document.path("_index").asText(),
                        position.with(applied),
                        field.path(GENERATION).asLong(),
                        document.path("_seq_no").asLong(),
                        document.path("_primary_term").asLong()));
    }

    /** The document of a position. */
    static Map<String, Object> document(IndexPosition position, long generation) {
        var data = new HashMap<String, Object>(position.data());
        data.put(GENERATION, generation);
        data.put(APPLIED, position.applied().size() > MOST_APPLIED ? Set.of() : position.applied());
        return Map.of(FIELD, data);
    }
}
