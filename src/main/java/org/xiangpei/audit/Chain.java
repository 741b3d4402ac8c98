package org.xiangpei.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The chain in the database, seen from one transaction. */
record Chain(Connection connection, Seal seal) {

    private static final String HEAD = "select seq, hash, key_id, seal from audit_head";

    /** Appends in the order of the list. From here to its end, other transactions that append wait for this one. */
    void append(List<Deed> deeds, Instant now) throws SQLException {
        Head head = head(HEAD + " for update")
                .orElseThrow(
                        () -> new IllegalStateException("The audit trail has lost its head: nothing can be changed"));
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        var entries = new ArrayList<Entry>();
        for (Deed deed : deeds) {
            Entry entry = Entry.after(head, at, deed, seal);
            entries.add(entry);
            head = Head.at(entry, seal);
        }
        EntryRows.insert(connection, entries);
        move(head);
    }

    Optional<Head> head() throws SQLException {
        return head(HEAD);
    }

    private Optional<Head> head(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next()
                    ? Optional.of(new Head(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)))
                    : Optional.empty();
        }
    }

    private void move(Head head) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update audit_head set seq = ?, hash = ?, key_id = ?, seal = ?")) {
            update.setLong(1, head.seq());
            update.setString(2, head.hash());
            update.setString(3, head.keyId());
            update.setString(4, head.seal());
            update.executeUpdate();
        }
    }
}
