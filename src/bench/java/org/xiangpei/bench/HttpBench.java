package org.xiangpei.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import org.xiangpei.fixtures.FreePort;
import org.xiangpei.fixtures.PackagedService;

/**
 * What a caller waits for over HTTP. Peers in the same run: reading one product by its code for a search, the match of one line for
 * that of 500. The service runs for months, so it is measured when it has settled: Java compiles what a search runs through in some
 * thousands of searches.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 9, time = 5)
@Measurement(iterations = 5, time = 3)
public class HttpBench {

    private static final List<String> QUERIES = List.of(
            "浅基坑电梯",
            "空气净化 新风",
            "电缆",
            "yjv22 8.7/15",
            "客梯",
            "变压器 630kVA",
            "不锈钢 阀门",
            "减速机",
            "電纜",
            "长沙 水泵",
            "LED路灯",
            "机器人");

    @SuppressWarnings("NullAway.Init") // Set before each trial.
    private PackagedService service;

    private int next;

    @Setup
    public void start() throws Exception {
        Path directory = Path.of("target", "bench-data");
        service = PackagedService.launch(
                        FreePort.any(),
                        Map.of(
                                "XIANGPEI_DATA_DIRECTORY", directory.toString(),
                                "XIANGPEI_SEARCH_INDEX_DIRECTORY",
                                        directory.resolve("index").toString()))
                .awaitReady();
    }

    @TearDown
    public void stop() {
        service.close();
    }

    @Benchmark
    public String search() throws Exception {
        String query = QUERIES.get(next++ % QUERIES.size());
        return service.get("/api/v1/products?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }

    @Benchmark
    public String readOneProduct() throws Exception {
        return service.get("/api/v1/products/P%03d".formatted(next++ % 263 + 1));
    }

    @Benchmark
    public String suggest() throws Exception {
        return service.get("/api/v1/suggestions?q=" + URLEncoder.encode("电", StandardCharsets.UTF_8));
    }

    @Benchmark
    public String matchOneLine() throws Exception {
        return service.post("/api/v1/matches", lines(1));
    }

    @Benchmark
    public String match500Lines() throws Exception {
        return service.post("/api/v1/matches", lines(500));
    }

    private static String lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(HttpBench::line)
                .collect(Collectors.joining(",", "{\"limit\":10,\"lines\":[", "]}"));
    }

    /** Lines of three kinds in turn: with category and clauses, with a name only, with a delivery clause. */
    private static String line(int number) {
        return switch (number % 3) {
            case 0 -> """
                {"ref":"%d","name":"乘客电梯","category":"elevator","criteria":[
                  {"property":"load_capacity","operator":"at_least","value":1000,"unit":"kg"},
                  {"operator":"holds","value":"ISO 9001"}]}""".formatted(number);
            case 1 -> """
                {"ref":"%d","name":"%s"}""".formatted(number, QUERIES.get(number % QUERIES.size()));
            default -> """
                {"ref":"%d","name":"电力电缆","category":"power_cable","criteria":[
                  {"operator":"delivers_within","value":30}]}""".formatted(number);
        };
    }
}
