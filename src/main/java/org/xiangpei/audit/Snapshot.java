package org.xiangpei.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;

/** One moment of the trail, read as a stream: never more than a handful of entries are in memory. */
record Snapshot(Connection connection) {

    private static final int ROWS_AT_ONCE = 500;

    /** What is read from a snapshot. */
    @FunctionalInterface
    interface Reading<T> {
        T from(Snapshot snapshot) throws SQLException;
    }

    /** Outside of any transaction of the caller. */
    static <T> T of(DataSource database, Reading<T> reading) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set transaction isolation level repeatable read read only");
                return reading.from(new Snapshot(connection));
            } finally {
                connection.rollback();
            }
        }
    }

    /** @param go says whether to go on */
    void entries(Selection selection, String order, Predicate<Entry> go) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select " + EntryRows.COLUMNS
                + " from audit_entry where " + selection.where() + " order by " + order)) {
            select.setFetchSize(ROWS_AT_ONCE);
            bind(select, selection.values());
            try (ResultSet row = select.executeQuery()) {
                while (row.next() && go.test(EntryRows.read(row))) {
                    // The predicate has done what there was to do.
                }
            }
        }
    }

    static void bind(PreparedStatement statement, List<?> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }
}
