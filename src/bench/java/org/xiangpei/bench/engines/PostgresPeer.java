package org.xiangpei.bench.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL as a small team would search with it: one text a product with an index of trigrams, products that contain every word, the
 * most similar name first; when there is none, products that have something similar. Its full text search does not cut Chinese.
 */
final class PostgresPeer implements Engine {

    private static final String TABLE = """
            create extension if not exists pg_trgm;
            drop table if exists peer_search;
            create table peer_search as
            select p.code, p.name, concat_ws(' ', p.name, p.model, c.name, array_to_string(c.synonyms, ' '), c.chain, f.name, f.short_name,
                    home.name, p.description, array_to_string(p.standards, ' '),
                    (select string_agg(s.value, ' ') from specification s where s.product_code = p.code)) as text,
                p.category_code as category, c.chain, p.provenance, p.valid_until,
                array(select distinct left(site, 4) from unnest(f.production_sites) site) as cities,
                array(select distinct type from certificate held
                    where held.product_code = p.code or held.firm_code = p.firm_code) as certificates
            from product p join category c on c.code = p.category_code join firm f on f.code = p.firm_code
                join region home on home.code = f.city_code;
            create index on peer_search using gin (text gin_trgm_ops);
            analyze peer_search""";

    private static final String SEARCH = """
            with found as materialized (
                select *, %s as score from peer_search where %s and (valid_until is null or valid_until >= current_date))
            (select 'hit', code, null::bigint from found order by score desc, code limit 20)
            union all (select 'category', category, count(*) from found group by category)
            union all (select 'chain', chain, count(*) from found group by chain)
            union all (select 'provenance', provenance, count(*) from found group by provenance)
            union all (select 'city', city, count(*) from found, unnest(cities) city group by city)
            union all (select 'certificate', held, count(*) from found, unnest(certificates) held group by held)""";

    private static final String ALL_WORDS = SEARCH.formatted("similarity(name, ?)", "text ilike all (?)");
    private static final String SIMILAR = SEARCH.formatted("word_similarity(?, text)", "? <% text");

    private final BenchDatabase database;
    private final Path directory;
    private final ConcurrentLinkedQueue<Connection> idle = new ConcurrentLinkedQueue<>();
    private final long indexMillis;

    private PostgresPeer(BenchDatabase database, Path directory, long indexMillis) {
        this.database = database;
        this.directory = directory;
        this.indexMillis = indexMillis;
    }

    /** @param directory of the server */
    static PostgresPeer build(BenchDatabase database, Path directory) throws SQLException {
        long began = System.nanoTime();
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set maintenance_work_mem = '512MB'");
            statement.execute(TABLE);
        }
        return new PostgresPeer(database, directory, (System.nanoTime() - began) / 1_000_000);
    }

    @Override
    public boolean isJava() {
        return false;
    }

    @Override
    public String name() {
        return "PostgreSQL 18, trigrams";
    }

    @Override
    public Supplier<List<String>> search(String text) throws SQLException {
        @Nullable Connection kept = idle.poll();
        Connection connection = kept == null ? open() : kept;
        List<String> codes = codes(connection, ALL_WORDS, text, patterns(connection, text));
        if (codes.isEmpty()) {
            codes = codes(connection, SIMILAR, text, text);
        }
        idle.add(connection);
        List<String> found = codes;
        return () -> found;
    }

    private Connection open() throws SQLException {
        Connection connection = database.source().getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set pg_trgm.word_similarity_threshold = 0.3");
        }
        return connection;
    }

    private static Object patterns(Connection connection, String text) throws SQLException {
        return connection.createArrayOf(
                "text",
                Arrays.stream(text.strip().split("\\s+"))
                        .map(word -> "%" + word.replaceAll("([%_\\\\])", "\\\\$1") + "%")
                        .toArray());
    }

    private static List<String> codes(Connection connection, String sql, Object first, Object second)
            throws SQLException {
        var codes = new ArrayList<String>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, first);
            statement.setObject(2, second);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    if (row.getString(1).equals("hit")) {
                        codes.add(row.getString(2));
                    }
                }
            }
        }
        return codes;
    }

    @Override
    public Footprint footprint() throws IOException {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_total_relation_size('peer_search')")) {
            row.next();
            long postmaster = Long.parseLong(Files.readAllLines(directory.resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
            return new Footprint(indexMillis, row.getLong(1), Machine.residentMiBWithChildren(postmaster));
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        for (Connection connection : idle) {
            try {
                connection.close();
            } catch (SQLException e) {
                // The server is gone already.
            }
        }
    }
}
