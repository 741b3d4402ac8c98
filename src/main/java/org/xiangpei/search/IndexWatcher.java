package org.xiangpei.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * The thread that keeps the index up: woken by the database when a change is committed, and by the clock in case a notice was lost.
 * It outlives failures of the database and of the disk, and tries again.
 */
public final class IndexWatcher implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(IndexWatcher.class);
    private static final Duration PRUNE_INTERVAL = Duration.ofHours(1);
    private static final int SLICE_MILLIS = 250;

    private final DataSource database;
    private final CatalogIndex index;
    private final Duration interval;
    private final Duration keepChanges;
    private final Thread thread;
    private volatile boolean closed;
    private long prunedAt = System.nanoTime() - PRUNE_INTERVAL.toNanos();

    public IndexWatcher(DataSource database, CatalogIndex index, Duration interval, Duration keepChanges) {
        this.database = database;
        this.index = index;
        this.interval = interval;
        this.keepChanges = keepChanges;
        this.thread = Thread.ofPlatform().name("search-index").daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            try (Connection connection = database.getConnection()) {
                listen(connection);
            } catch (SQLException | RuntimeException e) {
                LOG.warnf("The search index waits for the database: %s", e.getMessage());
                pause();
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + ChangeLog.CHANNEL);
            PGConnection notices = connection.unwrap(PGConnection.class);
            while (!closed) {
                follow();
                await(notices);
            }
            statement.execute("unlisten *");
        }
    }

    private void follow() {
        try {
            index.awaitIndexed();
            if (System.nanoTime() - prunedAt >= PRUNE_INTERVAL.toNanos()) {
                prune();
                prunedAt = System.nanoTime();
            }
        } catch (SQLException | RuntimeException | InternalError e) {
            LOG.warnf("The search index could not catch up and tries again: %s", e.getMessage());
        }
    }

    private void prune() throws SQLException {
        try (Connection connection = database.getConnection()) {
            new ChangeLog(connection).prune(keepChanges);
        }
    }

    /** In short slices: the driver cannot be interrupted while it waits. */
    private void await(PGConnection notices) throws SQLException {
        long until = System.nanoTime() + interval.toNanos();
        while (!closed && System.nanoTime() < until) {
            if (notices.getNotifications(SLICE_MILLIS).length > 0) {
                return;
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }
}
