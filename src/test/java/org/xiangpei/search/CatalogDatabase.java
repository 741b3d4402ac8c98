package org.xiangpei.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** Databases with the sample catalogue for tests without the application: each one is a copy, made in a moment, that a test may ruin. */
public final class CatalogDatabase {

    private static final String TEMPLATE = "sample";
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Started when first needed, stopped with the process. */
    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        static {
            makeTemplate();
        }
    }

    private CatalogDatabase() {}

    /** A new database with the sample catalogue. */
    public static PGSimpleDataSource create() {
        DataSource admin = Server.POSTGRES.getPostgresDatabase();
        String name = "copy_" + COUNT.incrementAndGet();
        execute(admin, "create database %s template %s".formatted(name, TEMPLATE));
        return database(name);
    }

    public static void execute(DataSource database, String sql) {
        try (Connection connection = database.getConnection()) {
            execute(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In the transaction of the connection. */
    public static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The fingerprint of everything that an index should hold on a day, by key: every column that is searched, filtered or shown counts. */
    public static Map<String, String> fingerprints(DataSource database, LocalDate day) {
        return entries(database, day).stream().collect(Collectors.toMap(IndexedEntry::key, IndexedEntry::fingerprint));
    }

    /** The name of a product of the sample. */
    static String productName(String code) {
        return Names.BY_CODE.getOrDefault(code, "");
    }

    /** Read when first needed. */
    private static final class Names {
        static final Map<String, String> BY_CODE = entries(create(), LocalDate.EPOCH).stream()
                .filter(IndexedProduct.class::isInstance)
                .map(IndexedProduct.class::cast)
                .collect(Collectors.toMap(IndexedProduct::code, IndexedProduct::name));
    }

    /** What an index should hold on a day. */
    public static List<IndexedEntry> entries(DataSource database, LocalDate day) {
        try (Connection connection = database.getConnection()) {
            var entries = new ArrayList<IndexedEntry>();
            CatalogChange.everything(new CatalogSnapshot(connection, day))
                    .forEach(batch -> entries.addAll(batch.entries()));
            return entries;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setLocaleConfig("encoding", "UTF8")
                    .setLocaleConfig("locale", "C")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void makeTemplate() {
        execute(Server.POSTGRES.getPostgresDatabase(), "create database " + TEMPLATE);
        DataSource template = database(TEMPLATE);
        Flyway.configure().dataSource(template).load().migrate();
        SampleCatalog.load(template, Path.of("catalog-data"));
    }

    private static PGSimpleDataSource database(String name) {
        var database = new PGSimpleDataSource();
        database.setUrl(Server.POSTGRES.getJdbcUrl("postgres", name));
        return database;
    }
}
