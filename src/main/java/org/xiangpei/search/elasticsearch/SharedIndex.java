package org.xiangpei.search.elasticsearch;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import org.xiangpei.search.IndexedEntry;
import org.xiangpei.search.elasticsearch.Cluster.RequestRefused;
import org.xiangpei.search.lucene.IndexPosition;

/**
 * The index that all instances share, known by an alias: a new one is built beside the old one and takes its place in one moment. The
 * alias names the version of our documents, so that instances of two versions do not disturb one another while one replaces the other.
 */
final class SharedIndex {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(ZoneOffset.UTC);

    /** Change its first part whenever documents change here. */
    private static final String VERSION = "2/" + IndexPosition.VERSION;

    private final Cluster cluster;
    private final String alias;
    private final int shards;
    private final Clock clock;

    SharedIndex(Cluster cluster, String prefix, int shards, Clock clock) {
        this.cluster = cluster;
        this.alias = prefix + "-" + HexFormat.of().toHexDigits(VERSION.hashCode());
        this.shards = shards;
        this.clock = clock;
    }

    String alias() {
        return alias;
    }

    /** Empty while there is no index, or none of our version. */
    Optional<StoredPosition> position() {
        try {
            return StoredPosition.read(cluster.get(path("_doc/" + StoredPosition.ID)));
        } catch (RequestRefused e) {
            if (e.isMissing()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Begins a step: from here on only who began last can write.
     *
     * @throws Outrun when another instance began one since the position was read
     */
    StoredPosition begin(StoredPosition from) {
        return store(from, from.position(), from.generation() + 1);
    }

    /** Ends a step: the index is now as the position says, and searches see it. */
    StoredPosition end(StoredPosition step, IndexPosition reached) {
        StoredPosition stored = store(step, reached, step.generation());
        refresh(step.index());
        return stored;
    }

    /** @throws Outrun when another instance began a step since this one did */
    void write(StoredPosition step, List<? extends IndexedEntry> entries, List<String> gone) {
        var lines = new ArrayList<Map<String, ?>>();
        for (IndexedEntry entry : entries) {
            lines.add(Map.of("index", versioned(entry.key(), step.generation())));
            lines.add(EntrySource.of(entry));
        }
        gone.forEach(key -> lines.add(Map.of("delete", versioned(key, step.generation()))));
        if (!lines.isEmpty()) {
            check(cluster.postLines("/" + writing(step.index()) + "/_bulk?require_alias=true", lines));
        }
    }

    /** An empty index that no search sees yet. */
    StoredPosition create(IndexPosition position) {
        String index = alias + "-" + STAMP.format(clock.instant()) + "-"
                + UUID.randomUUID().toString().substring(0, 8);
        cluster.put("/" + index, IndexSchema.of(shards, writing(index)));
        long generation = 1;
        JsonNode made = cluster.put(
                "/" + writing(index) + "/_create/" + StoredPosition.ID + "?require_alias=true",
                StoredPosition.document(position, generation));
        return stored(index, position, generation, made);
    }

    /** All searches that begin see the new index from one moment to the next; those that began on the old one end on it. */
    void switchTo(String index) {
        refresh(index);
        var actions = new ArrayList<Map<String, ?>>();
        others(index)
                .forEach(old ->
                        actions.add(Map.of("remove", Map.of("index", old, "alias", alias, "must_exist", false))));
        actions.add(Map.of("add", Map.of("index", index, "alias", alias)));
        cluster.post("/_aliases", Map.of("actions", actions));
    }

    void drop(String index) {
        cluster.delete("/" + index + "?ignore_unavailable=true");
    }

    /** What an index has replaced, and what was left half built. */
    void dropOthers(String index) {
        others(index).forEach(this::drop);
    }

    private List<String> others(String index) {
        String ours = Pattern.quote(alias) + "-\\d{17}-[0-9a-f]{8}";
        JsonNode all = cluster.get("/" + alias + "-*/_alias?ignore_unavailable=true&allow_no_indices=true");
        return all.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> name.matches(ours) && !name.equals(index))
                .toList();
    }

    /** An alias that goes with its index: what is written to an index that was dropped must not make another one of that name. */
    private static String writing(String index) {
        return index + "-writing";
    }

    private void refresh(String index) {
        cluster.post("/" + index + "/_refresh");
    }

    private StoredPosition store(StoredPosition from, IndexPosition position, long generation) {
        try {
            JsonNode stored = cluster.put(
                    "/%s/_doc/%s?require_alias=true&if_seq_no=%d&if_primary_term=%d"
                            .formatted(writing(from.index()), StoredPosition.ID, from.sequence(), from.term()),
                    StoredPosition.document(position, generation));
            return stored(from.index(), position, generation, stored);
        } catch (RequestRefused e) {
            throw e.isConflict() ? new Outrun() : e;
        }
    }

    private static StoredPosition stored(String index, IndexPosition position, long generation, JsonNode answer) {
        return new StoredPosition(
                index,
                position,
                generation,
                answer.path("_seq_no").asLong(),
                answer.path("_primary_term").asLong());
    }

    private static Map<String, Object> versioned(String key, long generation) {
        return Map.of("_id", key, "version", generation, "version_type", "external_gte");
    }

    private static void check(JsonNode answer) {
        if (!answer.path("errors").asBoolean()) {
            return;
        }
        for (JsonNode item : answer.path("items")) {
            JsonNode done = item.elements().next();
            int status = done.path("status").asInt();
            if (status == 409) {
                throw new Outrun();
            }
            if (done.has("error")) {
                throw new IllegalStateException("Elasticsearch did not take %s: %s"
                        .formatted(done.path("_id").asText(), done.path("error")));
            }
        }
    }

    private String path(String rest) {
        return "/" + alias + "/" + rest;
    }

    /** Another instance wrote in between: what this one read is old. Nothing is lost, and the next step reads anew. */
    static final class Outrun extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Outrun() {
            super("another instance wrote the index in between");
        }
    }
}
