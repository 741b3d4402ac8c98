package org.xiangpei.bench.engines;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

import org.xiangpei.search.SampleCatalog;

/** A catalogue of one size in the PostgreSQL of the benchmarks, which is kept between runs: a million products take minutes to load. */
record BenchDatabase(EmbeddedPostgres server, String name) {

    static EmbeddedPostgres server(Path directory) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setLocaleConfig("encoding", "UTF8")
                .setLocaleConfig("locale", "C")
                .start();
    }

    /** Makes the catalogue unless it is there; half of one is made again. */
    static BenchDatabase of(EmbeddedPostgres server, int size) throws SQLException {
        return of(server, "catalogue_" + size, size);
    }

    static BenchDatabase of(EmbeddedPostgres server, String name, int size) throws SQLException {
        var database = new BenchDatabase(server, name);
        if (!database.isComplete()) {
            database.fill(size);
        }
        database.migrate();
        return database;
    }

    String url() {
        return server.getJdbcUrl("postgres", name);
    }

    DataSource source() {
        var source = new PGSimpleDataSource();
        source.setUrl(url());
        return source;
    }

    private boolean isComplete() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select shobj_description(oid, 'pg_database') = 'complete'"
                        + " from pg_database where datname = '" + name + "'")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private void fill(int size) throws SQLException {
        admin("drop database if exists " + name);
        // Trigrams of Chinese need to know that its characters are letters.
        admin("create database " + name + " template template0 lc_collate 'C' lc_ctype 'C.UTF-8'");
        migrate();
        SampleCatalog.load(source(), Path.of("catalog-data"));
        RecombinedCatalogue.fill(source(), size);
        admin("comment on database " + name + " is 'complete'");
    }

    /** Also one that was filled before the schema grew. */
    private void migrate() {
        Flyway.configure().dataSource(source()).load().migrate();
    }

    private void admin(String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
