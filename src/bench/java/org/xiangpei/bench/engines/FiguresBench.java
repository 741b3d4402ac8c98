package org.xiangpei.bench.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.xiangpei.fixtures.FreePort;
import org.xiangpei.fixtures.PackagedService;

/**
 * The four numbers of a ledger of a million purchases and a hundred thousand posted lines ({@code figures.purchases}), by every grouping, as of today and
 * as of a day years ago in the middle of a month, and the pages that show them, over HTTP from the packaged service. Beside it, in the same run, plain
 * SQL that sums the same facts. With no rounds ({@code figures.rounds=0}) the ledger is only made and added up, for a run that measures it later.
 */
public final class FiguresBench {

    private static final Path DIRECTORY = Path.of("target", "bench-engines").toAbsolutePath();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PRODUCTS = 10_000;
    private static final int ROUNDS = Integer.getInteger("figures.rounds", 40);
    private static final int PEER_ROUNDS = 2;

    private static final List<String> GROUPINGS =
            List.of("buyer", "buyerCity", "buyerKind", "category", "chain", "month", "quarter", "year");
    private static final String PAST = "2024-02-13";

    /** The records in effect, with what is recognised as far as was known: one pass, products judged once each. */
    private static final String PLAIN = """
            with listed as materialized (select code, listed_days(product, timestamptz '%1$s') as days from product),
            fact as (
                select %2$s as key, purchase.*, coalesce(listed.days @> purchase.purchased_on, false) as recognised,
                    coalesce(substr(purchase.production_region, 1, 4) in ('4301', '4302', '4303'), false) as is_local
                from purchase_record purchase
                left join category on category.code = purchase.category_code
                left join listed on listed.code = purchase.product_code
                where purchase.recorded_at < timestamptz '%1$s' and purchase.amount > 0
                    and not exists (select from purchase_record correction
                        where correction.supersedes = purchase.code and correction.recorded_at < timestamptz '%1$s'))
            select key, count(*), count(*) filter (where is_local), sum(amount), sum(amount) filter (where is_local),
                sum(round(amount * declared_local_content_pct / 100, 2)), sum(amount) filter (where recognised)
            from fact group by grouping sets ((), (key)) order by grouping(key) desc, key
            """;

    private static final Map<String, String> KEYS = Map.of(
            "buyer", "purchase.buyer_code",
            "buyerCity", "purchase.buyer_city",
            "buyerKind", "coalesce(purchase.buyer_kind, '-')",
            "category", "coalesce(purchase.category_code, '-')",
            "chain", "coalesce(category.chain, '-')",
            "month", "to_char(purchased_on, 'YYYY-MM')",
            "quarter", "to_char(purchased_on, 'YYYY\"Q\"Q')",
            "year", "to_char(purchased_on, 'YYYY')");

    private final BenchDatabase database;
    private final Connections service;

    private FiguresBench(BenchDatabase database, int port) {
        this.database = database;
        this.service = new Connections(port);
    }

    public static void run() throws Exception {
        int purchases = Integer.getInteger("figures.purchases", 1_000_000);
        Files.createDirectories(DIRECTORY);
        try (var server = BenchDatabase.server(DIRECTORY.resolve("postgres"))) {
            BenchDatabase database = BenchDatabase.of(server, "figures_" + purchases, PRODUCTS);
            Progress.of("%,d purchases in PostgreSQL".formatted(purchases), () -> {
                RandomPurchases.fill(database, purchases, purchases / 10);
                return 0;
            });
            run(database);
        }
    }

    private static void run(BenchDatabase database) throws Exception {
        int port = FreePort.any();
        Path directory = DIRECTORY.resolve("figures");
        try (var process = PackagedService.launch(
                port,
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL", database.url(),
                        "QUARKUS_DATASOURCE_USERNAME", "postgres",
                        "QUARKUS_DATASOURCE_PASSWORD", "postgres",
                        "XIANGPEI_LOAD_SAMPLE", "false",
                        "XIANGPEI_SEARCH_MEANING", "false",
                        // How the lines stood is filled in: to match a hundred thousand of them takes longer than all
                        // that is measured here.
                        "XIANGPEI_GAPS_INTERVAL", "off",
                        "XIANGPEI_DATA_DIRECTORY", directory.toString(),
                        "XIANGPEI_SEARCH_INDEX_DIRECTORY",
                                directory.resolve("index").toString()))) {
            process.awaitReady(Duration.ofMinutes(10));
            var bench = new FiguresBench(database, port);
            Progress.of("the sums catch up", () -> {
                bench.awaitSums();
                return 0;
            });
            if (ROUNDS > 0) {
                bench.measure();
            }
            System.out.printf("%nresident: %d MiB%n", Machine.residentMiB(process.pid()));
            bench.service.close();
        }
    }

    private void measure() throws Exception {
        System.out.printf("%n%s%n%n", Machine.description());
        System.out.println("| what | as of | p50 ms | p95 ms | plain SQL ms | times |\n|---|---|--:|--:|--:|--:|");
        for (String asOf : List.of(LocalDate.now().toString(), PAST)) {
            for (String grouping : GROUPINGS) {
                grouping(grouping, asOf);
            }
            row("category of the largest buyer", asOf, "groupBy=category&buyer=BUYER0&asOf=" + asOf, 0);
            row(
                    "buyer, of one city, odd days",
                    asOf,
                    "groupBy=buyer&buyerCity=430200&from=2021-05-07&to=2023-10-20&asOf=" + asOf,
                    0);
        }
        for (String asOf : List.of(LocalDate.now().toString(), PAST)) {
            row("category, public bodies", asOf, "groupBy=category&buyerKind=public_body&asOf=" + asOf, 0);
            row("chain, unfiltered but for a city", asOf, "groupBy=chain&buyerCity=430200&asOf=" + asOf, 0);
        }
        page("the rate page: four numbers, course by quarter, flows", "/rate", "today");
        page("the overview", "/overview", "today");
        page("the overview of a city", "/overview?buyerCity=430200", "today");
        page("the overview of public bodies", "/overview?buyerKind=public_body", "today");
        page("the overview of odd days", "/overview?from=2024-03-12&to=2025-08-17", "today");
        page("the overview", "/overview?to=" + PAST + "&asOf=" + PAST, PAST);
        page("the gap ledger", "/gaps", "today");
        page("the gap ledger", "/gaps?asOf=" + PAST, PAST);
        page("the chains", "/chains", "today");
    }

    private void awaitSums() throws Exception {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            for (boolean waits = true; waits; ) {
                Thread.sleep(200);
                try (var row = statement.executeQuery("""
                        select exists (select from purchase_sum_waiting) or exists (select from purchase_sum_listing_waiting)
                            or exists (select from coverage_waiting) or not exists (select from purchase_sum_state)""")) {
                    row.next();
                    waits = row.getBoolean(1);
                }
            }
            awaitQuiet(statement);
            statement.execute("vacuum analyze");
        }
    }

    /** Until nothing is at work in the database: after the first start the sums are compared with the facts once. */
    private static void awaitQuiet(Statement statement) throws Exception {
        for (int quiet = 0; quiet < 10; ) {
            Thread.sleep(300);
            try (var row = statement.executeQuery("""
                    select count(*) from pg_stat_activity
                    where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()""")) {
                row.next();
                quiet = row.getLong(1) == 0 ? quiet + 1 : 0;
            }
        }
    }

    private void grouping(String grouping, String asOf) throws Exception {
        String question = "groupBy=" + grouping + "&asOf=" + asOf;
        String plain = PLAIN.formatted(LocalDate.parse(asOf).plusDays(1) + " 00:00+08", KEYS.get(grouping));
        row(grouping, asOf, question, peer(plain, ask(question)));
    }

    private void row(String what, String asOf, String question, double plain) throws IOException {
        ask(question);
        ask(question);
        var timings = new Timings();
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            service.send(connection -> connection.get("/api/v1/local-sourcing?" + question));
            timings.took(System.nanoTime() - start);
        }
        print(what, asOf, timings, plain);
    }

    private void page(String what, String path, String asOf) throws IOException {
        service.send(connection -> connection.get(path));
        service.send(connection -> connection.get(path));
        var timings = new Timings();
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            service.send(connection -> connection.get(path));
            timings.took(System.nanoTime() - start);
        }
        print(what, asOf, timings, 0);
    }

    private static void print(String what, String asOf, Timings timings, double plain) {
        System.out.printf(
                "| %s | %s | %.0f | %.0f | %s | %s |%n",
                what,
                asOf,
                timings.millis(50),
                timings.millis(95),
                plain == 0 ? "" : "%,.0f".formatted(plain),
                plain == 0 ? "" : "%,.0f".formatted(plain / timings.millis(50)));
    }

    private JsonNode ask(String question) throws IOException {
        return JSON.readTree(service.send(connection -> connection.get("/api/v1/local-sourcing?" + question)));
    }

    /** The best of some rounds, by the same facts: the number of records and the local amount must be the same. */
    private double peer(String sql, JsonNode answer) throws SQLException {
        double best = Double.MAX_VALUE;
        var amounts = new ArrayList<String>();
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < PEER_ROUNDS; i++) {
                long start = System.nanoTime();
                try (var row = statement.executeQuery(sql)) {
                    row.next();
                    amounts.add("%d %s".formatted(row.getLong(2), row.getBigDecimal(5)));
                    while (row.next()) {
                        row.getString(1);
                    }
                }
                best = Math.min(best, (System.nanoTime() - start) / 1e6);
            }
        }
        JsonNode value = answer.get("total").get("awardValueRate");
        String said = "%d %s"
                .formatted(value.get("records").asLong(), value.get("numerator").asText());
        if (!amounts.getFirst().equals(said)) {
            throw new IllegalStateException("%s by the service, %s by plain SQL"
                    .formatted(said, amounts.getFirst())
                    .toLowerCase(Locale.ROOT));
        }
        return best;
    }
}
