package org.xiangpei.bench.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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

    private EnginesBench() {}

    public static void run() throws Exception {
        Files.createDirectories(DIRECTORY);
        Path cluster = DIRECTORY.resolve("postgres");
        try (var server = BenchDatabase.server(cluster)) {
            for (String size : System.getProperty("engines.sizes", "263,100000").split(",")) {
                run(BenchDatabase.of(server, Integer.parseInt(size)), cluster, Integer.parseInt(size));
            }
        }
    }

    private static void run(BenchDatabase database, Path cluster, int size) throws Exception {
        var engines = new ArrayList<Engine>();
        try {
            start(engines, database, cluster, size);
            var contest = new Contest(engines);
            Map<Engine, Times> times = contest.run(plan(size));
            var rows = new ArrayList<String>();
            for (Engine engine : engines) {
                rows.add(row(
                        engine,
                        Objects.requireNonNull(times.get(engine)),
                        size == JUDGED ? contest.quality(engine) : null));
            }
            String table = table(size, rows, engines, times);
            System.out.println(table);
            Files.writeString(DIRECTORY.resolve(size + ".md"), table);
        } finally {
            engines.reversed().forEach(Engine::close);
        }
    }

    private static Plan plan(int size) {
        return new Plan(
                Integer.getInteger("engines.rounds", 4),
                20_000,
                Duration.ofSeconds(Integer.getInteger("engines.warmup", 45)),
                Duration.ofSeconds(Integer.getInteger("engines.seconds", size < LARGE ? 3 : 6)));
    }

    private static void start(List<Engine> engines, BenchDatabase database, Path cluster, int size) throws Exception {
        String chosen = System.getProperty("engines.only", "all");
        String only = !chosen.equals("all") ? chosen : size == JUDGED ? "smolep" : "solep";
        Path directory = DIRECTORY.resolve(String.valueOf(size));
        String heap = "1g";
        if (only.contains("s")) {
            engines.add(Service.start(database, directory.resolve("service"), false, heap));
        }
        if (only.contains("m")) {
            engines.add(Service.start(database, directory.resolve("service-with-meaning"), true, heap));
        }
        if (only.contains("o")) {
            engines.add(InProcess.open(database, directory.resolve("in-process")));
        }
        if (only.contains("l")) {
            engines.add(PlainLucene.build(database, directory.resolve("lucene")));
        }
        if (only.contains("e")) {
            engines.add(ElasticsearchPeer.build(database, heap));
        }
        if (only.contains("p")) {
            engines.add(PostgresPeer.build(database, cluster));
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
                "| %s | %.0f | %.2f | %.2f | %.2f | %.2f | %.2f | %.1f | %.1f | %s | %s | %s |%n",
                engine.name(),
                times.busy().perSecond(),
                times.busy().millis(50),
                times.busy().millis(95),
                times.busy().millis(99),
                times.alone().millis(50),
                times.alone().millis(99),
                footprint.indexMillis() / 1000.0,
                footprint.diskBytes() / 1024.0 / 1024,
                footprint.residentMiB() == 0 ? "–" : footprint.residentMiB(),
                quality == null ? "" : "%.3f".formatted(quality.total().ndcg()),
                quality == null
                        ? ""
                        : "%.2f".formatted(quality.of(QueryKind.NONSENSE).nothing()));
    }
}
