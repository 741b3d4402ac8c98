package org.xiangpei.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The log of what changed in the catalogue, read inside one transaction.
 *
 * <p>A position is the oldest transaction that was still running when the log was read ({@code pg_snapshot_xmin}). Whatever was not
 * visible then has that number or a higher one, so reading from there on can repeat a change but never miss one, in whatever order
 * transactions commit. A bare sequence cannot promise that.
 *
 * @param connection inside a repeatable-read transaction
 */
public record ChangeLog(Connection connection) {

    /** The channel that every transaction with a change notifies when it commits. */
    public static final String CHANNEL = "search_change";

    /** What has to be read again. */
    public enum Kind {
        PRODUCT,
        FIRM,
        CATEGORY,
        EQUIVALENCE_GROUP,
        ALL
    }

    /** @param transaction number of the transaction that made the change */
    public record Change(long id, Kind kind, String code, long transaction) {}

    /**
     * Where the log stands.
     *
     * @param database identity of the database and of its tables: another one means that positions of before say nothing
     * @param horizon the position to go on from
     * @param end no transaction of this number or a higher one has begun
     * @param prunedTo changes before this position are no longer in the log
     */
    public record Head(String database, long horizon, long end, long prunedTo) {}

    public Head head() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select pg_snapshot_xmin(pg_current_snapshot())::text, pg_snapshot_xmax(pg_current_snapshot())::text,
                            horizon::text, (select oid from pg_database where datname = current_database())
                                || '/' || 'product'::regclass::oid || '/' || 'search_change'::regclass::oid
                        from search_change_pruned""")) {
            row.next();
            return new Head(
                    cluster() + "/" + row.getString(4),
                    Long.parseLong(row.getString(1)),
                    Long.parseLong(row.getString(2)),
                    Long.parseLong(row.getString(3)));
        }
    }

    /** Visible changes of transactions from a position on, in the order they were made. */
    public List<Change> since(long position) throws SQLException {
        var changes = new ArrayList<Change>();
        try (PreparedStatement statement = connection.prepareStatement(
                "select id, kind, code, xid::text from search_change where xid >= ?::text::xid8 order by id")) {
            statement.setString(1, Long.toString(position));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    changes.add(new Change(
                            row.getLong(1),
                            Kind.valueOf(row.getString(2)),
                            row.getString(3),
                            Long.parseLong(row.getString(4))));
                }
            }
        }
        return changes;
    }

    /** Logs a change that no trigger sees, in the transaction that makes it. */
    void append(Kind kind, List<String> codes) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("insert into search_change (kind, code) select ?, unnest(?)")) {
            statement.setString(1, kind.name());
            statement.setArray(2, connection.createArrayOf("text", codes.toArray()));
            statement.executeUpdate();
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("notify " + CHANNEL);
        }
    }

    /** Forgets changes that are older than what any index should need, and says so to those that do. Writes: not inside a snapshot. */
    public void prune(Duration age) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                with pruned as (
                    delete from search_change
                    where recorded_at < now() - ? * interval '1 second' and xid < pg_snapshot_xmin(pg_current_snapshot())
                    returning xid)
                update search_change_pruned log set horizon = greatest(log.horizon, next.horizon)
                from (select (max(xid::text::numeric) + 1)::text::xid8 as horizon from pruned) next
                where next.horizon is not null""")) {
            statement.setLong(1, age.toSeconds());
            statement.executeUpdate();
        }
    }

    /** The cluster and its timeline, which changes when a backup is restored; a role that may not ask does without. */
    private String cluster() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet permitted = statement.executeQuery("""
                        select has_function_privilege('pg_control_system()', 'execute')
                            and has_function_privilege('pg_control_checkpoint()', 'execute')""")) {
            permitted.next();
            if (!permitted.getBoolean(1)) {
                return "unknown";
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select (pg_control_system()).system_identifier || '/' ||"
                        + " (pg_control_checkpoint()).timeline_id")) {
            row.next();
            return row.getString(1);
        }
    }
}
