package org.xiangpei.search.lucene;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.xiangpei.search.ChangeLog;
import org.xiangpei.search.SentenceVector;

/**
 * Which state of which database an index holds; kept in the index itself, so that it always belongs to the documents beside it.
 *
 * @param database identity of the database
 * @param horizon changes of transactions before it are in the index
 * @param day the day on which certificates were judged
 * @param applied changes of later transactions that are in the index as well; not kept, because applying one again does no harm
 */
public record IndexPosition(String database, long horizon, LocalDate day, Set<Long> applied) {

    /** Change it whenever documents change: an index of another version is built anew. */
    public static final String VERSION = "8/" + Analyzers.VERSION + "/" + SentenceVector.MODEL;

    public static IndexPosition after(ChangeLog.Head head, LocalDate day, List<ChangeLog.Change> changes) {
        Set<Long> applied = changes.stream()
                .filter(change -> change.transaction() >= head.horizon())
                .map(ChangeLog.Change::id)
                .collect(Collectors.toSet());
        return new IndexPosition(head.database(), head.horizon(), day, applied);
    }

    /** Empty for an index without a position or of another version. */
    public static Optional<IndexPosition> read(Map<String, String> data) {
        if (!VERSION.equals(data.get("version"))) {
            return Optional.empty();
        }
        return Optional.of(new IndexPosition(
                data.getOrDefault("database", ""),
                Long.parseLong(data.getOrDefault("horizon", "0")),
                LocalDate.parse(data.getOrDefault("day", "1970-01-01")),
                Set.of()));
    }

    public Map<String, String> data() {
        var data = new HashMap<String, String>();
        data.put("version", VERSION);
        data.put("database", database);
        data.put("horizon", Long.toString(horizon));
        data.put("day", day.toString());
        return data;
    }

    public IndexPosition with(Set<Long> known) {
        return new IndexPosition(database, horizon, day, known);
    }

    /** Whether the log can lead on from here. */
    public boolean leadsTo(ChangeLog.Head head) {
        return database.equals(head.database()) && horizon <= head.end() && horizon >= head.prunedTo();
    }
}
