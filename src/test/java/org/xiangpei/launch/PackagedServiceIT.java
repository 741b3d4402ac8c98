package org.xiangpei.launch;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.xiangpei.fixtures.FreePort;
import org.xiangpei.fixtures.PackagedService;

import static org.assertj.core.api.Assertions.assertThat;

/** Starting, killing and starting again, as it happens to an operator. */
class PackagedServiceIT {

    @TempDir
    private static Path directory;

    @Test
    void servesTheSampleCatalogueFromAnEmptyDirectoryAndComesBackAfterBeingKilled() throws Exception {
        Map<String, String> own =
                Map.of("XIANGPEI_DATA_DIRECTORY", directory.resolve("killed").toString());
        try (var first = PackagedService.launch(FreePort.any(), own).awaitReady()) {
            assertThat(products(first)).isEqualTo(263);
            assertThat(first.output()).contains("Xiangpei is ready: http://127.0.0.1:");
            first.kill();
        }
        assertThat(Postmaster.of(directory.resolve("killed/postgresql")))
                .as("the database that outlived its service")
                .isPresent();

        try (var second = PackagedService.launch(FreePort.any(), own).awaitReady()) {
            assertThat(products(second)).isEqualTo(263);
        }
        assertThat(Postmaster.of(directory.resolve("killed/postgresql"))).isEmpty();
    }

    /** Whether it was ended in the middle of loading, too: then at once and in order. */
    @Test
    void findsByMeaningSoonAfterItIsReadyAndWithoutTheModelByWordsAlone() throws Exception {
        Map<String, String> own =
                Map.of("XIANGPEI_DATA_DIRECTORY", directory.resolve("meaning").toString());
        try (var service = PackagedService.launch(FreePort.any(), own).awaitReady()) {
            assertThat(service.get("/q/health/ready")).contains("\"meaning\": \"loading\"");
        }
        try (var service = PackagedService.launch(FreePort.any(), own).awaitReady()) {
            awaitHealth(service, "\"vectors\": 263");
            assertThat(found(service, "存电的柜子")).contains("P116");
        }
        try (var service = PackagedService.launch(FreePort.any(), own, "-Donnxruntime.native.path=/nowhere")
                .awaitReady()) {
            awaitHealth(service, "\"meaning\": \"unavailable\"");
            assertThat(service.get("/q/health/ready")).contains("\"reason\"").contains("\"status\": \"UP\"");
            assertThat(found(service, "存电的柜子")).isEmpty();
            assertThat(found(service, "浅基坑电梯")).startsWith("P001", "P131");
        }
    }

    private static void awaitHealth(PackagedService service, String expected) throws Exception {
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!service.get("/q/health/ready").contains(expected)) {
            assertThat(System.nanoTime())
                    .as(service.get("/q/health/ready") + service.output())
                    .isLessThan(until);
            Thread.sleep(100);
        }
    }

    private static List<String> found(PackagedService service, String question) throws Exception {
        String query = URLEncoder.encode(question, StandardCharsets.UTF_8);
        return new ObjectMapper()
                .readTree(service.get("/api/v1/products?q=" + query))
                .path("items")
                .valueStream()
                .map(item -> item.path("code").asText())
                .toList();
    }

    @Test
    void saysWhenThePortIsTakenAndTouchesNothing() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var service = PackagedService.launch(
                        taken.getLocalPort(),
                        Map.of(
                                "XIANGPEI_DATA_DIRECTORY",
                                directory.resolve("untouched").toString()))) {
            assertThat(service.awaitExit()).isEqualTo(1);
            assertThat(service.output())
                    .contains("127.0.0.1:" + taken.getLocalPort() + " 已被占用", "QUARKUS_HTTP_PORT")
                    .doesNotContain("\tat ");
            assertThat(directory.resolve("untouched")).doesNotExist();
        }
    }

    @Test
    void saysWhenAnotherProcessHasTheDataDirectory() throws Exception {
        Path shared = directory.resolve("shared");
        DataDirectory.claim(shared);
        try (var service =
                PackagedService.launch(FreePort.any(), Map.of("XIANGPEI_DATA_DIRECTORY", shared.toString()))) {
            assertThat(service.awaitExit()).isEqualTo(1);
            assertThat(service.output())
                    .contains("正被进程 " + ProcessHandle.current().pid() + " 使用", "XIANGPEI_DATA_DIRECTORY")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void usesTheDatabaseItIsGivenAndStartsNone() throws Exception {
        Path unused = directory.resolve("unused");
        try (var postgres = EmbeddedPostgres.builder()
                        .setLocaleConfig("encoding", "UTF8")
                        .start();
                var service = PackagedService.launch(
                                FreePort.any(),
                                Map.of(
                                        "XIANGPEI_DATA_DIRECTORY", unused.toString(),
                                        "QUARKUS_DATASOURCE_JDBC_URL", postgres.getJdbcUrl("postgres", "postgres"),
                                        "QUARKUS_DATASOURCE_USERNAME", "postgres"))
                        .awaitReady()) {
            assertThat(products(service)).isEqualTo(263);
            assertThat(Files.exists(unused.resolve("postgresql"))).isFalse();
        }
    }

    private static int products(PackagedService service) throws Exception {
        return new ObjectMapper()
                .readTree(service.get("/api/v1/products?status=all"))
                .path("total")
                .asInt();
    }
}
