package org.xiangpei.search;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.xiangpei.catalog.load.CatalogFiles;
import org.xiangpei.fixtures.Elasticsearch;
import org.xiangpei.fixtures.FreePort;
import org.xiangpei.fixtures.PackagedService;
import org.xiangpei.fixtures.SignedIn;

import static org.assertj.core.api.Assertions.assertThat;

/** Two processes on one database, as an operator runs them: what is changed through one is found through the other. */
class TwoInstancesIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    /** The first change warms up, and another may meet a machine that is busy with something else. */
    private static final int TRIES = 4;

    @TempDir
    private static Path directory;

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setLocaleConfig("encoding", "UTF8")
                .setLocaleConfig("locale", "C")
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void eachWithItsOwnIndex() throws Exception {
        aChangeThroughOneIsFoundThroughTheOther(Map.of(), "竹节");
    }

    @Test
    void withOneSharedIndex() throws Exception {
        aChangeThroughOneIsFoundThroughTheOther(shared(Elasticsearch.shared().url()), "云梯");
    }

    /** The service starts without the cluster, says what is missing, and makes up for it when the cluster is there. */
    @Test
    void withoutItsClusterTheServiceStaysUpAndSaysSo() throws Exception {
        int port = FreePort.any();
        int nowhere = FreePort.any();
        try (var service = PackagedService.launch(
                        port, own("degraded", shared(URI.create("http://127.0.0.1:" + nowhere))))
                .awaitReady()) {
            assertThat(service.get("/q/health/ready"))
                    .contains("\"engine\": \"elasticsearch\"", "Elasticsearch 暂不可用", "is not available");
            assertThat(get(port, "/q/health/well").statusCode()).isEqualTo(503);
            assertThat(get(port, "/q/health/live").statusCode()).isEqualTo(200);

            HttpResponse<String> search = get(port, "/api/v1/products?q=x");
            assertThat(search.statusCode()).isEqualTo(503);
            assertThat(search.body()).contains("urn:xiangpei:problem:search-unavailable", "检索服务暂时不可用");
            HttpResponse<String> page = get(port, "/products?q=x");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("<html", "检索服务暂时不可用").doesNotContain("\tat ");
            assertThat(get(port, "/api/v1/suggestions?q=x").statusCode()).isEqualTo(503);
            assertThat(get(port, "/api/v1/products/P001").statusCode()).isEqualTo(200);
            assertThat(get(port, "/products/P001").statusCode()).isEqualTo(200);
        }
    }

    private static void aChangeThroughOneIsFoundThroughTheOther(Map<String, String> settings, String word)
            throws Exception {
        int one = FreePort.any();
        int other = FreePort.any();
        try (var first =
                        PackagedService.launch(one, own("one" + word, settings)).awaitReady();
                var second = PackagedService.launch(other, own("other" + word, settings))
                        .awaitReady()) {
            String operator = first.signIn(SignedIn.OPERATOR);
            Duration fastest = Duration.ofDays(1);
            for (int i = 0; i < TRIES; i++) {
                String name = "第 %d 部%s".formatted(i, word);
                rename(one, operator, name);
                long changed = System.nanoTime();
                await(other, name, first, second);
                Duration taken = Duration.ofNanos(System.nanoTime() - changed);
                fastest = taken.compareTo(fastest) < 0 ? taken : fastest;
                await(one, name, first, second);
            }
            assertThat(fastest).isLessThan(Duration.ofSeconds(1));
            assertThat(List.of(first.output(), second.output())).noneMatch(it -> it.contains("ERROR"));
        }
    }

    /** P002 is found by its code whatever its name is. */
    private static void await(int port, String name, PackagedService... services) throws Exception {
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!found(port, "P002").contains(name)) {
            assertThat(System.nanoTime())
                    .as(services[0].output() + services[1].output())
                    .isLessThan(until);
            Thread.sleep(10);
        }
    }

    /** Names of suggestions: they come from the index alone. */
    private static List<String> found(int port, String text) throws Exception {
        String query = URLEncoder.encode(text, StandardCharsets.UTF_8);
        return new ObjectMapper()
                .readTree(get(port, "/api/v1/suggestions?q=" + query).body())
                .findValuesAsText("text");
    }

    /** Through the import, as catalogues are changed. */
    private static void rename(int port, String operator, String name) throws Exception {
        byte[] upload = CatalogFiles.upload()
                .with("products", "P002,F001," + name + ",,elevator" + ",".repeat(15) + "illustrative,")
                .zip();
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/catalog/imports?mode=apply"))
                        .header("Cookie", operator)
                        .header("Sec-Fetch-Site", "same-origin")
                        .header("Content-Type", "application/zip")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(upload))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static HttpResponse<String> get(int port, String path) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static Map<String, String> shared(URI url) {
        return Map.of("XIANGPEI_SEARCH_ENGINE", "elasticsearch", "XIANGPEI_SEARCH_ELASTICSEARCH_URLS", url.toString());
    }

    private static Map<String, String> own(String name, Map<String, String> settings) {
        var all = new HashMap<String, String>(settings);
        all.put("XIANGPEI_DATA_DIRECTORY", directory.resolve(name).toString());
        all.put("XIANGPEI_DEMO", "true");
        all.put("XIANGPEI_SEARCH_MEANING", "off");
        all.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.getJdbcUrl("postgres", "postgres"));
        all.put("QUARKUS_DATASOURCE_USERNAME", "postgres");
        return all;
    }
}
