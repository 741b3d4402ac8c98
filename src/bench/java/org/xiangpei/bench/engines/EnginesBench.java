package org.xiangpei.bench.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.xiangpei.bench.engines.Contest.Plan;
import org.xiangpei.bench.engines.Contest.Times;
import org.xiangpei.bench.engines.Engine.Footprint;
import org.xiangpei.search.relevance.Evaluation;
import org.xiangpei.search.relevance.QueryKind;

/**
 * The service, our search in process, plain Lucene, Elasticsearch and PostgreSQL on catalogues of some sizes ({@code engines.sizes}); one
 * table a size, printed and kept in {@code target/bench-engines}. {@code engines.only} names those that take part, by a letter each:
 * {@code s}ervice, {@code m}eaning (the service with it), {@code o}urs in process, {@code l}ucene, {@code e}lasticsearch, {@code p}ostgresql.
 */
public final class EnginesBench {

    private static final Path DIRECTORY = Path.of("target", "bench-engines").toAbsolutePath();
    private static final int JUDGED = 263;
    private static final int LARGE = 500_000;

    /** An engine that takes longer for its questions than so many turns of the others is asked no more. */
    private static final int MOST_TURNS = 6;

    private EnginesBench() {}

    public static void run() throws Exception {
        Files.createDirectories(DIRECTORY);
        Path cluster = DIRECTORY.resolve("postgres");
        try (var server = BenchDatabase.server(cluster)) {
            for (String size : System.getProperty("engines.sizes", "263,100000").split(",")) {
                int products = Integer.parseInt(size);
                run(
                        Progress.of(
                                "%,d products in PostgreSQL".formatted(products),
                                () -> BenchDatabase.of(server, products)),
                        cluster,
                        products);
            }
        }
    }

    private static void run(BenchDatabase database, Path cluster, int size) throws Exception {
        var engines = new ArrayList<Engine>();
        try {
            start(engines, database, cluster, size);
            var contest = new Contest(engines);
            // Kept after every round: a run that is stopped half way has measured all the same.
            Map<Engine, Times> times = contest.run(plan(size), soFar -> keep(size, engines, soFar, Map.of()));
            var quality = new HashMap<Engine, Evaluation>();
            for (Engine engine : size == JUDGED ? engines : List.<Engine>of()) {
                quality.put(engine, contest.quality(engine));
            }
            System.out.println(keep(size, engines, times, quality));
        } finally {
            engines.reversed().forEach(Engine::close);
        }
    }

    private static Plan plan(int size) {
        int rounds = Integer.getInteger("engines.rounds", 4);
        var turn = Duration.ofSeconds(Integer.getInteger("engines.seconds", size < LARGE ? 3 : 6));
        return new Plan(
                rounds,
                20_000,
                Duration.ofSeconds(Integer.getInteger("engines.warmup", 45)),
                turn,
                turn.multipliedBy(rounds * MOST_TURNS));
    }

    private static String keep(
            int size, List<Engine> engines, Map<Engine, Times> times, Map<Engine, Evaluation> quality)
            throws IOException {
        var rows = new ArrayList<String>();
        for (Engine engine : engines) {
            rows.add(row(engine, Objects.requireNonNull(times.get(engine)), quality.get(engine)));
        }
        String table = table(size, rows, engines, times);
        Files.writeString(DIRECTORY.resolve(size + ".md"), table);
        return table;
    }

    private static void start(List<Engine> engines, BenchDatabase database, Path cluster, int size) throws Exception {
        String chosen = System.getProperty("engines.only", "all");
        String only = !chosen.equals("all") ? chosen : size == JUDGED ? "smolep" : "solep";
        Path directory = DIRECTORY.resolve(String.valueOf(size));
        String heap = "1g";
        @Nullable Service service = null;
        if (only.contains("s")) {
            service = Progress.of(
                    "The service starts and indexes",
                    () -> Service.start(database, directory.resolve("service"), false, heap));
            engines.add(service);
        }
        if (only.contains("m")) {
            engines.add(Progress.of(
                    "The service with meaning starts and indexes",
                    () -> Service.start(database, directory.resolve("service-with-meaning"), true, heap)));
        }
        if (only.contains("o")) {
            @Nullable Path index = service == null ? null : service.index();
            engines.add(Progress.of(
                    "Our search in process " + (index == null ? "indexes" : "takes a copy of the service's index"),
                    () -> InProcess.open(database, directory.resolve("in-process"), index)));
        }
        if (only.contains("l")) {
            engines.add(Progress.of(
                    "Plain Lucene indexes", () -> PlainLucene.build(database, directory.resolve("lucene"))));
        }
        if (only.contains("e")) {
            engines.add(Progress.of("Elasticsearch starts and indexes", () -> ElasticsearchPeer.build(database, heap)));
        }
        if (only.contains("p")) {
            engines.add(Progress.of("PostgreSQL indexes trigrams", () -> PostgresPeer.build(database, cluster)));
        }
    }

    private static String table(int size, List<String> rows, List<Engine> engines, Map<Engine, Times> times)
            throws IOException {
        var table = new StringBuilder("### %,d products%n%n%s%n%n".formatted(size, Machine.description()));
        table.append("""
                | engine | searches a second, 8 clients | p50 ms | p95 ms | p99 ms | p50 ms, 1 client | p99 ms, 1 client | indexed in s | index MiB | resident MiB | nDCG@10 | nonsense finds nothing |
                |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
                """);
        rows.forEach(table::append);
        for (Engine engine : engines) {
            if (engine.suggester().isPresent()) {
                Times its = Objects.requireNonNull(times.get(engine));
                table.append(
                        "%nSuggestions of %s: p50 %.1f ms, p99 %.1f ms with 1 client; p50 %.1f ms, p99 %.1f ms with 8 (%.0f a second).%n"
                                .formatted(
                                        engine.name(),
                                        its.suggestedAlone().millis(50),
                                        its.suggestedAlone().millis(99),
                                        its.suggested().millis(50),
                                        its.suggested().millis(99),
                                        its.suggested().perSecond()));
            }
        }
        return table.toString();
    }

    private static String row(Engine engine, Times times, @Nullable Evaluation quality) throws IOException {
        Footprint footprint = engine.footprint();
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.2f | %.2f | %.2f | %.2f | %.2f | %s | %.1f | %s | %s | %s |%n",
                engine.name(),
                times.busy().perSecond(),
                times.busy().millis(50),
                times.busy().millis(95),
                times.busy().millis(99),
                times.alone().millis(50),
                times.alone().millis(99),
                footprint.indexMillis() == 0 ? "–" : "%.1f".formatted(footprint.indexMillis() / 1000.0),
                footprint.diskBytes() / 1024.0 / 1024,
                footprint.residentMiB() == 0 ? "–" : footprint.residentMiB(),
                quality == null ? "" : "%.3f".formatted(quality.total().ndcg()),
                quality == null
                        ? ""
                        : "%.2f".formatted(quality.of(QueryKind.NONSENSE).nothing()));
    }
}
