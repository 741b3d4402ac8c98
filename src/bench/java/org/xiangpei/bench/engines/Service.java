package org.xiangpei.bench.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.xiangpei.fixtures.FreePort;
import org.xiangpei.fixtures.PackagedService;

/** The packaged service over HTTP, as a buyer's browser asks it. */
final class Service implements Engine {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern BUILT = Pattern.compile("Search index built in (\\d+) ms");

    private final String name;
    private final Path index;
    private final PackagedService process;
    private final Connections connections;

    private Service(String name, Path index, PackagedService process, int port) {
        this.name = name;
        this.index = index;
        this.process = process;
        this.connections = new Connections(port);
    }

    static Service start(BenchDatabase database, Path directory, boolean meaning, String heap) throws Exception {
        int port = FreePort.any();
        Path index = directory.resolve("index");
        Machine.delete(index);
        PackagedService process = PackagedService.launch(
                port,
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL", database.url(),
                        "QUARKUS_DATASOURCE_USERNAME", "postgres",
                        "QUARKUS_DATASOURCE_PASSWORD", "postgres",
                        "XIANGPEI_LOAD_SAMPLE", "false",
                        "XIANGPEI_SEARCH_MEANING", Boolean.toString(meaning),
                        "XIANGPEI_DATA_DIRECTORY", directory.toString(),
                        "XIANGPEI_SEARCH_INDEX_DIRECTORY", index.toString()),
                "-Xmx" + heap);
        var service = new Service(meaning ? "the service, with meaning" : "the service", index, process, port);
        process.awaitReady(Duration.ofMinutes(30));
        return service;
    }

    /** Where its index stands. */
    Path index() {
        return index;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Supplier<List<String>> search(String text) throws IOException {
        byte[] answer = get("/api/v1/products?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        return () -> codes(answer);
    }

    @Override
    public Optional<Suggester> suggester() {
        return Optional.of(
                beginning -> get("/api/v1/suggestions?q=" + URLEncoder.encode(beginning, StandardCharsets.UTF_8)));
    }

    private byte[] get(String path) throws IOException {
        return connections.send(connection -> connection.get(path));
    }

    private static List<String> codes(byte[] answer) {
        try {
            return StreamSupport.stream(JSON.readTree(answer).get("items").spliterator(), false)
                    .map(item -> item.get("code").asText())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Footprint footprint() throws IOException {
        var built = BUILT.matcher(process.output());
        return new Footprint(
                built.find() ? Long.parseLong(built.group(1)) : 0,
                Machine.size(index),
                Machine.residentMiB(process.pid()));
    }

    @Override
    public void close() {
        connections.close();
        process.close();
    }
}
