package org.xiangpei.search.lucene;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

import org.xiangpei.search.CatalogSnapshot;
import org.xiangpei.search.Suggestion;

/**
 * How many entries the database has: compared with the index, the last sign of a change that is not in the log. PostgreSQL counts rows
 * one by one, so this is only asked where nothing waits for it, or now and then.
 */
public final class DatabaseCounts {

    /** While changes come, at most this part of the time is spent on counting. */
    private static final int PART = 50;

    private long due = System.nanoTime();

    /**
     * Empty when it is too early to count again.
     *
     * @param idle there was no change
     */
    public Optional<Map<Suggestion.Kind, Integer>> read(CatalogSnapshot snapshot, boolean idle) throws SQLException {
        long began = System.nanoTime();
        if (!idle && began - due < 0) {
            return Optional.empty();
        }
        Map<Suggestion.Kind, Integer> counts = snapshot.counts();
        long now = System.nanoTime();
        due = now + (now - began) * PART;
        return Optional.of(counts);
    }
}
