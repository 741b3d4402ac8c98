package org.xiangpei.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.xiangpei.fixtures.FreePort;
import org.xiangpei.fixtures.PackagedService;

/**
 * From the start of the process to "ready", embedded PostgreSQL included, and the memory then held. The first start in an empty
 * directory, which also loads and indexes the sample, is the peer of the later ones.
 */
final class StartBench {

    private static final int RUNS = 5;

    private StartBench() {}

    static void run(Path directory) throws Exception {
        delete(directory);
        Path cache = directory.resolveSibling("bench.aot");
        Files.deleteIfExists(cache);
        Start first = start(directory, "-XX:AOTCacheOutput=" + cache);
        print("first start, empty directory", List.of(first));
        print("start, without AOT cache", starts(directory));
        print("start, with AOT cache", starts(directory, "-XX:AOTCache=" + cache));
    }

    private static List<Start> starts(Path directory, String... options) throws Exception {
        var starts = new ArrayList<Start>();
        for (int i = 0; i < RUNS; i++) {
            starts.add(start(directory, options));
        }
        return starts;
    }

    private static Start start(Path directory, String... options) throws Exception {
        long begin = System.nanoTime();
        try (var service = PackagedService.launch(
                        FreePort.any(),
                        Map.of(
                                "XIANGPEI_DATA_DIRECTORY", directory.toString(),
                                "XIANGPEI_SEARCH_INDEX_DIRECTORY",
                                        directory.resolve("index").toString()),
                        options)
                .awaitReady()) {
            return new Start((System.nanoTime() - begin) / 1_000_000, residentMiB(service.pid()));
        }
    }

    private static long residentMiB(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(-1);
    }

    private static void print(String what, List<Start> starts) {
        var millis = new ArrayList<>(starts.stream().map(Start::millis).toList());
        var memory = new ArrayList<>(starts.stream().map(Start::residentMiB).toList());
        Collections.sort(millis);
        Collections.sort(memory);
        System.out.printf(
                "%-32s ready in %d ms (min %d, max %d), RSS %d MiB%n",
                what,
                millis.get(millis.size() / 2),
                millis.getFirst(),
                millis.getLast(),
                memory.get(memory.size() / 2));
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (var files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private record Start(long millis, long residentMiB) {}
}
