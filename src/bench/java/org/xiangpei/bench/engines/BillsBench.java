package org.xiangpei.bench.engines;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.xiangpei.fixtures.FreePort;
import org.xiangpei.fixtures.PackagedService;

/**
 * Bills of materials in the packaged service, on catalogues of some sizes ({@code engines.sizes}): parsed and matched by a program, and
 * read in the background as from the page. Every figure with the memory that the process has after it.
 */
public final class BillsBench {

    private static final Path DIRECTORY = Path.of("target", "bench-engines").toAbsolutePath();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private static final int PARSED_AT_ONCE = 2000;
    private static final int MATCHED_AT_ONCE = 500;
    private static final int ROUNDS = 5;

    private static final List<String> KINDS =
            List.of("", "户外", "新型", "节能", "重型", "小型", "防爆", "低噪声", "耐腐蚀", "工业", "矿用", "船用", "车载", "一体化", "智能", "国产");
    private static final List<String> DEMANDS = List.of(
            "额定电压%d0kV；30日内交货",
            "额定功率不低于%dkW，噪声≤75dB(A)",
            "质量不超过%d00kg；符合GB/T 19001",
            "防护等级IP54；具有CCC认证；重量%dkg",
            "公称压力不小于%d.6MPa；介质温度-20℃~+80℃；交货期：45天",
            "外径%d0mm，材质Q355B");

    private final PackagedService process;
    private final String base;
    private final String cookie;

    private BillsBench(PackagedService process, int port) throws Exception {
        this.process = process;
        this.base = "http://127.0.0.1:" + port;
        this.cookie = process.signIn("caigou");
    }

    public static void run() throws Exception {
        Files.createDirectories(DIRECTORY);
        try (var server = BenchDatabase.server(DIRECTORY.resolve("postgres"))) {
            for (String size : System.getProperty("engines.sizes", "263,100000").split(",")) {
                int products = Integer.parseInt(size);
                BenchDatabase database = Progress.of(
                        "%,d products in PostgreSQL".formatted(products), () -> BenchDatabase.of(server, products));
                run(database, products);
            }
        }
    }

    private static void run(BenchDatabase database, int products) throws Exception {
        int port = FreePort.any();
        Path directory = DIRECTORY.resolve(products + "/bills");
        try (var process = PackagedService.launch(
                port,
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL", database.url(),
                        "QUARKUS_DATASOURCE_USERNAME", "postgres",
                        "QUARKUS_DATASOURCE_PASSWORD", "postgres",
                        "XIANGPEI_LOAD_SAMPLE", "false",
                        "XIANGPEI_SEARCH_MEANING", "false",
                        "XIANGPEI_DEMO", "true",
                        "XIANGPEI_DATA_DIRECTORY", directory.toString(),
                        "XIANGPEI_SEARCH_INDEX_DIRECTORY",
                                directory.resolve("index").toString()),
                "-Xmx1g")) {
            process.awaitReady(Duration.ofMinutes(30));
            System.out.printf("%n### %,d products%n%n%s%n%n", products, Machine.description());
            System.out.println(
                    "| what | lines | s | ms a line | lines a second | resident MiB |\n|---|--:|--:|--:|--:|--:|");
            var bench = new BillsBench(process, port);
            bench.programs("parsed and matched, cold", 500, 1);
            bench.programs("parsed and matched", 500, ROUNDS);
            bench.programs("parsed and matched", 10_000, 2);
            bench.background(500);
            bench.background(10_000);
        }
    }

    private void programs(String what, int lines, int rounds) throws Exception {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            parseAndMatch(lines);
            best = Math.min(best, seconds(start));
        }
        row(what + (rounds > 1 ? ", best of " + rounds : ""), lines, best);
    }

    private void parseAndMatch(int lines) throws Exception {
        List<JsonNode> read = new ArrayList<>();
        for (int from = 0; from < lines; from += PARSED_AT_ONCE) {
            byte[] csv = bill(from, Math.min(PARSED_AT_ONCE, lines - from));
            JsonNode answer = JSON.readTree(post("/api/v1/requirements/parse", "text/csv", csv));
            answer.get("lines").forEach(read::add);
        }
        if (read.size() != lines) {
            throw new IllegalStateException(read.size() + " of " + lines + " lines");
        }
        for (int from = 0; from < lines; from += MATCHED_AT_ONCE) {
            match(read.subList(from, Math.min(from + MATCHED_AT_ONCE, lines)));
        }
    }

    /**
     * Lines of every category by all its names, in some thousand variants, as retrieval asks equal names once; every seventh names nothing
     * that the catalogue knows.
     */
    private static byte[] bill(int from, int count) throws IOException {
        List<String> names = names();
        return IntStream.range(from, from + count)
                .mapToObj(i -> i % 7 == 6
                        ? "%d,定制工装 %d,图号 T-%d,,1,套".formatted(i, i % 500, i)
                        : "%d,%s%s,XP%d-%d,\"%s\",%d,台"
                                .formatted(
                                        i,
                                        KINDS.get(i / names.size() % KINDS.size()),
                                        names.get(i % names.size()),
                                        i % 90 + 10,
                                        i,
                                        DEMANDS.get(i % DEMANDS.size()).formatted(i % 50 + 1),
                                        i % 40 + 1))
                .collect(Collectors.joining("\n", "序号,名称,规格型号,技术参数,数量,单位\n", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> names() throws IOException {
        return Files.readAllLines(Path.of("catalog-data", "categories.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .flatMap(row -> Stream.concat(Stream.of(row[1]), Stream.of(row[5].split("\\|"))))
                .filter(name -> !name.isBlank())
                .toList();
    }

    private void match(List<JsonNode> lines) throws IOException, InterruptedException {
        ObjectNode question = JSON.createObjectNode();
        question.put("limit", 10);
        ArrayNode asked = question.putArray("lines");
        for (int i = 0; i < lines.size(); i++) {
            ObjectNode line = ((ObjectNode) lines.get(i)).deepCopy();
            line.remove(List.of("unparsed", "source"));
            line.put("ref", String.valueOf(i));
            line.get("criteria").forEach(criterion -> ((ObjectNode) criterion).remove("source"));
            asked.add(line);
        }
        byte[] answer = post("/api/v1/matches", "application/json", JSON.writeValueAsBytes(question));
        if (JSON.readTree(answer).get("lines").size() != lines.size()) {
            throw new IllegalStateException("Not every line was answered");
        }
    }

    /** From the confirmation until every line stands in the draft. */
    private void background(int lines) throws Exception {
        String bill = upload(bill(0, lines));
        long start = System.nanoTime();
        form(bill + "/begin", "title=" + lines + "&sheet-0=read");
        while (!page(bill).contains("已读完")) {
            Thread.sleep(50);
        }
        row("read in the background into a draft", lines, seconds(start));
    }

    private void row(String what, int lines, double seconds) throws IOException {
        System.out.printf(
                "| %s | %,d | %.2f | %.2f | %,.0f | %d |%n",
                what, lines, seconds, seconds * 1000 / lines, lines / seconds, Machine.residentMiB(process.pid()));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private byte[] post(String path, String type, byte[] body) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }

    private String upload(byte[] csv) throws IOException, InterruptedException {
        String boundary = "----bench";
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"bill.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n";
        byte[] body = (head + new String(csv, StandardCharsets.UTF_8) + "\r\n--" + boundary + "--\r\n")
                .getBytes(StandardCharsets.UTF_8);
        return location(request("/requirements/bills")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    private void form(String path, String fields) throws IOException, InterruptedException {
        location(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields))
                .build());
    }

    private static String location(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        String location = answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IllegalStateException(answer.statusCode() + " " + answer.body()));
        return URI.create(location).getPath();
    }

    private String page(String path) throws IOException, InterruptedException {
        return HTTP.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Sec-Fetch-Site", "same-origin")
                .header("Cookie", cookie);
    }
}
