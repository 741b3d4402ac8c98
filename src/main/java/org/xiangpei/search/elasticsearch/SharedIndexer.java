package org.xiangpei.search.elasticsearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.xiangpei.search.CatalogChange;
import org.xiangpei.search.CatalogIndex;
import org.xiangpei.search.CatalogSnapshot;
import org.xiangpei.search.ChangeLog;
import org.xiangpei.search.IndexedEntry;
import org.xiangpei.search.SnapshotReading;
import org.xiangpei.search.Suggestion;
import org.xiangpei.search.lucene.DatabaseCounts;
import org.xiangpei.search.lucene.IndexPosition;

/**
 * Keeps the shared index equal to the database. Any instance may take the next step: what changed since the position in the index, or
 * everything into a new index where there is none, or one of another version, day or database. One takes it at a time, by a lock in the
 * database that goes with its connection; should an instance be held up so long that it loses the lock without noticing, {@link
 * SharedIndex} refuses what it writes.
 */
final class SharedIndexer implements CatalogIndex {

    private static final Logger LOG = Logger.getLogger(SharedIndexer.class);

    /** Held by the session that takes a step. */
    private static final long LOCK = 6_216_504_322L;

    /** How often the position alone is written, while nothing changes: it must not fall behind what is pruned from the log. */
    private static final Duration POSITION_WRITES = Duration.ofHours(1);

    private static final int AT_ONCE = 500;

    private final DataSource database;
    private final SharedIndex index;
    private final KnownIndex known;
    private final DatabaseCounts counts = new DatabaseCounts();
    private final Clock clock;
    private final Duration keepReplaced;

    /** When this process last saw one index replace another, or began: from then on searches on an old one come to their end. */
    private long replacedAt = System.nanoTime();

    private boolean othersMayExist = true;
    private Instant writtenAt = Instant.EPOCH;

    /** @param keepReplaced how long an index that was replaced is kept for the searches that began on it */
    SharedIndexer(DataSource database, SharedIndex index, KnownIndex known, Clock clock, Duration keepReplaced) {
        this.database = database;
        this.index = index;
        this.known = known;
        this.clock = clock;
        this.keepReplaced = keepReplaced;
    }

    @Override
    public void awaitIndexed() {
        catchUp();
    }

    /** Afterwards the index equals the database as it was at the beginning of this call, whoever wrote it. */
    synchronized void catchUp() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + LOCK + ")");
            try {
                SnapshotReading.run(connection, this::step);
            } finally {
                statement.execute("select pg_advisory_unlock(" + LOCK + ")");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The search index cannot read the database: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void step(Connection connection) throws SQLException, IOException {
        var snapshot = new CatalogSnapshot(connection, LocalDate.now(clock));
        var log = new ChangeLog(connection);
        ChangeLog.Head head = log.head();
        Optional<StoredPosition> from = index.position()
                .filter(it -> it.position().leadsTo(head) && it.position().day().equals(snapshot.day()));
        StoredPosition reached = from.isEmpty() ? null : applied(from.get(), snapshot, log, head);
        if (reached == null) {
            reached = rebuilt(snapshot, log, head);
        }
        known.learn(reached);
        if (othersMayExist && System.nanoTime() - replacedAt > keepReplaced.toNanos()) {
            index.dropOthers(reached.index());
            othersMayExist = false;
        }
    }

    /** Null when the index has to be built anew. */
    private @Nullable StoredPosition applied(
            StoredPosition from, CatalogSnapshot snapshot, ChangeLog log, ChangeLog.Head head)
            throws SQLException, IOException {
        List<ChangeLog.Change> changes = log.since(from.position().horizon());
        List<ChangeLog.Change> unseen = changes.stream()
                .filter(change -> !from.position().applied().contains(change.id()))
                .toList();
        if (unseen.stream().anyMatch(change -> change.kind() == ChangeLog.Kind.ALL)) {
            return null;
        }
        StoredPosition reached = from;
        if (!unseen.isEmpty() || writtenAt.isBefore(clock.instant().minus(POSITION_WRITES))) {
            StoredPosition step = index.begin(from);
            CatalogChange.of(unseen, snapshot).forEach(batch -> write(step, batch));
            reached = index.end(step, IndexPosition.after(head, snapshot.day(), changes));
            writtenAt = clock.instant();
        }
        if (!isComplete(reached, snapshot)) {
            LOG.warn("The search index has not as many entries as the database and is built anew");
            return null;
        }
        return reached;
    }

    /** As far as that is looked at: counting takes a database long. */
    private boolean isComplete(StoredPosition reached, CatalogSnapshot snapshot) throws SQLException {
        Optional<Map<Suggestion.Kind, Integer>> expected = counts.read(snapshot, false);
        return expected.isEmpty() || expected.get().equals(known.counts(reached.index()));
    }

    private StoredPosition rebuilt(CatalogSnapshot snapshot, ChangeLog log, ChangeLog.Head head)
            throws SQLException, IOException {
        long began = System.nanoTime();
        StoredPosition fresh = index.create(IndexPosition.after(head, snapshot.day(), log.since(head.horizon())));
        try {
            CatalogChange.everything(snapshot).forEach(batch -> write(fresh, batch));
            index.switchTo(fresh.index());
            replacedAt = System.nanoTime();
            othersMayExist = true;
        } catch (RuntimeException | IOException | SQLException e) {
            dropped(fresh.index(), e);
            throw e;
        }
        writtenAt = clock.instant();
        LOG.infof(
                "Search index %s built in %d ms: %s",
                fresh.index(), (System.nanoTime() - began) / 1_000_000, known.counts(fresh.index()));
        return fresh;
    }

    private void dropped(String half, Exception cause) {
        try {
            index.drop(half);
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private void write(StoredPosition step, CatalogChange.Batch batch) {
        List<IndexedEntry> entries = batch.entries();
        for (int from = 0; from < entries.size(); from += AT_ONCE) {
            index.write(step, entries.subList(from, Math.min(from + AT_ONCE, entries.size())), List.of());
        }
        index.write(step, List.of(), List.copyOf(batch.gone()));
    }
}
