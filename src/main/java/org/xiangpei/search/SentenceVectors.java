package org.xiangpei.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jboss.logging.Logger;

/**
 * The vectors of product sentences, kept in the database so that each is computed once: a new index, a new instance and a product that
 * is loaded again find theirs there.
 *
 * @param connection inside a transaction
 */
public record SentenceVectors(Connection connection) {

    private static final Logger LOG = Logger.getLogger(SentenceVectors.class);

    /** Held by the transaction that computes: one instance at a time is enough. */
    private static final long LOCK = 6_216_504_321L;

    /** The vectors of some keys, those that there are. A damaged one is as good as missing, and so is computed again. */
    public Map<String, SentenceVector> find(Collection<String> keys) throws SQLException {
        var found = new HashMap<String, SentenceVector>();
        try (PreparedStatement statement =
                connection.prepareStatement("select key, vector from sentence_vector where key = any (?)")) {
            statement.setArray(1, connection.createArrayOf("text", keys.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String key = row.getString(1);
                    SentenceVector.read(row.getBytes(2))
                            .ifPresentOrElse(
                                    vector -> found.put(key, vector),
                                    () -> LOG.warnf("Data defect: the sentence vector %s is damaged", key));
                }
            }
        }
        return found;
    }

    /** Whether this transaction may compute; another one that does keeps that right until its end. */
    public boolean claim() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_try_advisory_xact_lock(" + LOCK + ")")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** Keeps the vectors of some products and logs the change, so that every index takes them up. */
    public void keep(Map<String, SentenceVector> byKey, List<String> products) throws SQLException {
        silently();
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into sentence_vector (key, vector) values (?, ?)
                on conflict (key) do update set vector = excluded.vector, computed_at = now()""")) {
            for (var entry : byKey.entrySet()) {
                statement.setString(1, entry.getKey());
                statement.setBytes(2, entry.getValue().bytes());
                statement.addBatch();
            }
            statement.executeBatch();
        }
        new ChangeLog(connection).append(ChangeLog.Kind.PRODUCT, products);
    }

    /** Notes that keys are in use, for {@link #forgetUnused} in the same transaction. */
    public void use(Collection<String> keys) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "create temporary table if not exists used_sentence (key text primary key) on commit drop");
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into used_sentence select distinct unnest(?) on conflict do nothing")) {
            statement.setArray(1, connection.createArrayOf("text", keys.toArray()));
            statement.executeUpdate();
        }
    }

    /**
     * Deletes vectors that were not noted and are older than some time: a text that was changed by mistake is often changed back.
     *
     * @return how many
     */
    public int forgetUnused(Duration age) throws SQLException {
        silently();
        use(List.of());
        try (PreparedStatement statement = connection.prepareStatement("""
                delete from sentence_vector v where computed_at < now() - ? * interval '1 second'
                    and not exists (select from used_sentence used where used.key = v.key)""")) {
            statement.setLong(1, age.toSeconds());
            return statement.executeUpdate();
        }
    }

    /** What is written in this transaction is logged by product, or is in no index: the table's own trigger need not log all of them. */
    private void silently() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local xiangpei.vectors_logged = 'on'");
        }
    }
}
