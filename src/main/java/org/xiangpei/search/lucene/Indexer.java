package org.xiangpei.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.sql.DataSource;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.xiangpei.search.CatalogChange;
import org.xiangpei.search.CatalogIndex;
import org.xiangpei.search.CatalogSnapshot;
import org.xiangpei.search.ChangeLog;
import org.xiangpei.search.SnapshotReading;
import org.xiangpei.search.Suggestion;
import org.xiangpei.search.Synonyms;

/**
 * Keeps one index directory equal to the database. Every step reads one snapshot of the database: what changed since the position of
 * the last step, or everything where the index is missing, damaged, of another version or of another database.
 */
public final class Indexer implements CatalogIndex, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Indexer.class);

    /** How often the position alone is committed, while nothing changes: it must not fall behind what is pruned from the log. */
    private static final Duration POSITION_COMMITS = Duration.ofHours(1);

    private final DataSource database;
    private final IndexStore store;
    private final Synonyms synonyms;
    private final Clock clock;
    private final DatabaseCounts counts = new DatabaseCounts();

    private @Nullable IndexPosition position;
    private Instant committedAt = Instant.EPOCH;
    private boolean opened;
    private volatile @Nullable View view;
    private volatile @Nullable String problem;

    public Indexer(DataSource database, Path directory, Synonyms synonyms, Clock clock) {
        this.database = database;
        this.store = new IndexStore(directory);
        this.synonyms = synonyms;
        this.clock = clock;
    }

    @Override
    public void awaitIndexed() {
        catchUp();
    }

    /** Applies what was committed since the last call; afterwards the index equals the database as it was at the beginning of it. */
    public synchronized void catchUp() {
        try (Connection connection = database.getConnection()) {
            SnapshotReading.run(connection, this::step);
            problem = null;
        } catch (SQLException e) {
            problem = "索引读不到数据库 / the index cannot read the database: " + e.getMessage();
            throw new IllegalStateException("The search index cannot read the database: " + e.getMessage(), e);
        } catch (IOException e) {
            problem = unwritable(e);
            throw new UncheckedIOException(e);
        } catch (RuntimeException | InternalError e) {
            problem = unwritable(e);
            throw e;
        }
    }

    private static String unwritable(Throwable cause) {
        return "索引不能写入，停在上一次的内容 / the index cannot be written and shows what it last had: " + cause.getMessage();
    }

    /** What kept the index from following the database when it last tried; null when nothing did. */
    @Nullable
    String problem() {
        return problem;
    }

    /** Checks every file of the index, and builds it anew when one is damaged; says whether it was. */
    synchronized boolean heal() {
        try {
            store.checkFiles();
            return false;
        } catch (IOException | RuntimeException e) {
            LOG.warnf("The search index is damaged (%s) and is built anew", e.getMessage());
            position = null;
            catchUp();
            return true;
        }
    }

    /** Forgets old changes in the log. */
    public void prune(Duration age) throws SQLException {
        try (Connection connection = database.getConnection()) {
            new ChangeLog(connection).prune(age);
        }
    }

    /** Empty until the index was first built; then how many entries it has. */
    public Optional<Map<Suggestion.Kind, Integer>> counts() {
        return view == null ? Optional.empty() : Optional.of(withView(View::counts));
    }

    /** Empty until the index was first built; then how many products have the vector of their meaning. */
    public OptionalInt countWithMeaning() {
        return view == null ? OptionalInt.empty() : OptionalInt.of(withView(View::countWithMeaning));
    }

    /** The fingerprint of every entry by its key, to compare the index with the database. */
    public Map<String, String> fingerprints() {
        return withView(View::fingerprints);
    }

    interface Reading<T> {
        T read(View view) throws IOException;
    }

    /** Reads the newest state of the index; what fails because the index is damaged is tried again on a new one. */
    <T> T withView(Reading<T> reading) {
        try {
            return once(reading);
        } catch (IOException | RuntimeException | InternalError e) {
            if (!heal()) {
                throw e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
            }
            try {
                return once(reading);
            } catch (IOException again) {
                throw new UncheckedIOException(again);
            }
        }
    }

    @Override
    public synchronized void close() throws IOException {
        show(null);
        store.close();
    }

    private <T> T once(Reading<T> reading) throws IOException {
        View current = acquire();
        try {
            return reading.read(current);
        } finally {
            current.reader().decRef();
        }
    }

    private View acquire() {
        while (true) {
            View current = view;
            if (current == null) {
                throw new IllegalStateException("The search index is not open");
            }
            if (current.reader().tryIncRef()) {
                return current;
            }
        }
    }

    private void step(Connection connection) throws SQLException, IOException {
        var snapshot = new CatalogSnapshot(connection, LocalDate.now(clock));
        var log = new ChangeLog(connection);
        ChangeLog.Head head = log.head();
        open();
        try {
            IndexPosition from = position;
            if (from == null || !from.leadsTo(head) || !store.isSound()) {
                rebuild(snapshot, log, head);
            } else if (!applied(from, snapshot, log, head)) {
                LOG.warn("The search index has not as many entries as the database and is built anew");
                rebuild(snapshot, log, head);
            }
        } catch (DirectoryTaken e) {
            throw e;
        } catch (IOException | RuntimeException | InternalError e) {
            LOG.warnf("The search index cannot be written (%s) and is built anew", e.getMessage());
            rebuild(snapshot, log, head);
        }
    }

    private void open() throws IOException {
        if (!opened) {
            position = IndexPosition.read(store.open()).orElse(null);
            opened = true;
        }
    }

    /** Says whether the index then has as many entries as the database, as far as that was looked at. */
    private boolean applied(IndexPosition from, CatalogSnapshot snapshot, ChangeLog log, ChangeLog.Head head)
            throws SQLException, IOException {
        List<ChangeLog.Change> changes = log.since(from.horizon());
        var next = IndexPosition.after(head, snapshot.day(), changes);
        List<ChangeLog.Change> unseen = changes.stream()
                .filter(change -> !from.applied().contains(change.id()))
                .toList();
        boolean everything = !from.day().equals(snapshot.day())
                || unseen.stream().anyMatch(change -> change.kind() == ChangeLog.Kind.ALL);
        if (everything) {
            // Should that fail half way, only a new index is sure to be whole.
            position = null;
            store.update(CatalogChange.everything(snapshot));
        } else if (!unseen.isEmpty()) {
            store.update(CatalogChange.of(unseen, snapshot));
        }
        boolean changed = everything || !unseen.isEmpty();
        boolean due = committedAt.isBefore(clock.instant().minus(POSITION_COMMITS));
        if (changed || due) {
            commit(next);
        }
        position = next;
        if (changed || view == null) {
            show(View.of(store.read(), synonyms));
        }
        Optional<Map<Suggestion.Kind, Integer>> expected = counts.read(snapshot, !changed);
        return expected.isEmpty() || expected.get().equals(once(View::counts));
    }

    private void rebuild(CatalogSnapshot snapshot, ChangeLog log, ChangeLog.Head head)
            throws SQLException, IOException {
        long began = System.nanoTime();
        position = null;
        store.empty();
        store.update(CatalogChange.everything(snapshot));
        var next = IndexPosition.after(head, snapshot.day(), log.since(head.horizon()));
        commit(next);
        position = next;
        show(View.of(store.read(), synonyms));
        LOG.infof("Search index built in %d ms: %s", (System.nanoTime() - began) / 1_000_000, once(View::counts));
    }

    private void commit(IndexPosition next) throws IOException {
        store.commit(next.data());
        committedAt = clock.instant();
    }

    private void show(@Nullable View next) throws IOException {
        View before = view;
        view = next;
        if (before != null) {
            before.reader().decRef();
        }
    }
}
