package org.xiangpei.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import org.xiangpei.identity.Actor;
import org.xiangpei.search.CatalogDatabase;
import org.xiangpei.shared.AuditTrail.Change;
import org.xiangpei.shared.AuditTrail.Subject;
import org.xiangpei.shared.City;

/** A trail in a database of its own, which a test may tamper with. */
record Trail(DataSource database, Optional<String> key) {

    static final Instant NOON = Instant.parse("2026-11-20T04:00:00.123456789Z");

    static Trail plain() {
        return new Trail(CatalogDatabase.create(), Optional.empty());
    }

    /** The same database, read and written with a key. */
    Trail with(String other) {
        return new Trail(database, Optional.of(other));
    }

    /** Appends entries, each in a transaction of its own. */
    Trail append(int count) {
        IntStream.range(0, count).forEach(i -> append(List.of(deed("X-" + i))));
        return this;
    }

    void append(List<Deed> deeds) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            new Chain(connection, Seal.of(key)).append(deeds, NOON);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What somebody does who has all rights in the database. */
    Trail tamper(String... statements) {
        CatalogDatabase.execute(database, "alter table audit_entry disable trigger user");
        CatalogDatabase.execute(database, "alter table audit_entry drop constraint if exists audit_entry_seq_check");
        CatalogDatabase.execute(database, "alter table audit_head disable trigger user");
        for (String statement : statements) {
            CatalogDatabase.execute(database, statement);
        }
        return this;
    }

    TrailCheck verify() {
        return verify(Optional.empty());
    }

    TrailCheck verify(Optional<Anchor> noted) {
        return new TrailVerifier(database, key).verify(noted);
    }

    static Deed deed(String code) {
        var subject = new Subject("test", code, "测试“" + code + "”", Optional.of(City.ZHUZHOU), Optional.of("XO"));
        var change = Change.of("test", subject, Map.of("name", "旧名"), Map.of("name", "新名 \"引号\" 'x'"))
                .because("改名");
        return Deed.of(Author.of(Actor.SERVICE, null), change);
    }
}
