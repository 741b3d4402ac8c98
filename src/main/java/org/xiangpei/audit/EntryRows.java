package org.xiangpei.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.xiangpei.audit.Deed.Target;
import org.xiangpei.audit.Entry.Link;

/**
 * How entries stand in the table. Columns are read as they are, also where one holds what the service would never write: that is for
 * the verification to find.
 */
final class EntryRows {

    static final String COLUMNS = """
            seq, recorded_at, actor_login, actor_name, actor_organization, actor_organization_name, actor_address,
            action, subject_type, subject_code, subject_name, subject_city, subject_organization,
            before::text, after::text, reason, previous_hash, key_id, hash""";

    private static final String INSERT = """
            insert into audit_entry (seq, recorded_at, actor_login, actor_name, actor_organization,
                actor_organization_name, actor_address, action, subject_type, subject_code, subject_name,
                subject_city, subject_organization, before, after, reason, previous_hash, key_id, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?::json, ?, ?, ?, ?)
            """;

    private EntryRows() {}

    static void insert(Connection connection, List<Entry> entries) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Entry entry : entries) {
                Object[] values = values(entry);
                for (int i = 0; i < values.length; i++) {
                    insert.setObject(i + 1, values[i]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static Object[] values(Entry entry) {
        Author author = entry.deed().author();
        Target target = entry.deed().target();
        return new Object[] {
            entry.seq(),
            entry.at().atOffset(ZoneOffset.UTC),
            author.login(),
            author.name(),
            author.organization(),
            author.organizationName(),
            author.address(),
            entry.deed().action(),
            target.type(),
            target.code(),
            target.name(),
            target.city(),
            target.organization(),
            entry.deed().before(),
            entry.deed().after(),
            entry.deed().reason(),
            entry.link().previous(),
            entry.link().keyId(),
            entry.link().hash()
        };
    }

    /** The current row of {@link #COLUMNS}. */
    static Entry read(ResultSet row) throws SQLException {
        var author =
                new Author(row.getString(3), row.getString(4), row.getString(5), row.getString(6), row.getString(7));
        var target = new Target(
                row.getString(9), row.getString(10), row.getString(11), row.getString(12), row.getString(13));
        var deed = new Deed(author, row.getString(8), target, row.getString(14), row.getString(15), row.getString(16));
        var link = new Link(row.getString(17), row.getString(18), row.getString(19));
        return new Entry(row.getLong(1), instant(row.getObject(2, OffsetDateTime.class)), deed, link);
    }

    private static Instant instant(OffsetDateTime at) {
        return at == null ? Instant.EPOCH : at.toInstant();
    }
}
