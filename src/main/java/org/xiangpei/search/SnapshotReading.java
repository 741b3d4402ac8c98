package org.xiangpei.search;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A step of an index that sees one state of the database, whatever is committed meanwhile. */
public interface SnapshotReading {

    void step(Connection connection) throws SQLException, IOException;

    /** Runs the step in a transaction of its own, which writes nothing. */
    static void run(Connection connection, SnapshotReading reading) throws SQLException, IOException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
            reading.step(connection);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
