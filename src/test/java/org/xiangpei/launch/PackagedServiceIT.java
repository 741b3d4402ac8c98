package org.xiangpei.launch;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.xiangpei.fixtures.FreePort;
import org.xiangpei.fixtures.PackagedService;

import static org.assertj.core.api.Assertions.assertThat;

/** Starting, killing and starting again, as it happens to an operator. */
class PackagedServiceIT {

    @TempDir
    private static Path directory;

    /** Whether it was killed, or ended in order in the middle of loading the model. Without the model it finds by words alone. */
    @Test
    void servesTheSampleCatalogueFromAnEmptyDirectoryAndComesBackHoweverItEnded() throws Exception {
        Map<String, String> own =
                Map.of("XIANGPEI_DATA_DIRECTORY", directory.resolve("own").toString());
        Path database = directory.resolve("own/postgresql");
        try (var first = PackagedService.launch(FreePort.any(), own).awaitReady()) {
            assertThat(products(first)).isEqualTo(263);
            assertThat(first.output()).contains("Xiangpei is ready: http://127.0.0.1:");
            first.kill();
        }
        assertThat(Postmaster.of(database))
                .as("the database that outlived its service")
                .isPresent();

        try (var second = PackagedService.launch(FreePort.any(), own).awaitReady()) {
            assertThat(second.get("/q/health/ready")).contains("\"meaning\": \"loading\"");
            assertThat(products(second)).isEqualTo(263);
        }
        assertThat(Postmaster.of(database)).isEmpty();

        try (var third = PackagedService.launch(FreePort.any(), own).awaitReady()) {
            awaitHealth(third, "\"vectors\": 263");
            assertThat(found(third, "存电的柜子")).contains("P116");
        }
        try (var fourth = PackagedService.launch(FreePort.any(), own, "-Donnxruntime.native.path=/nowhere")
                .awaitReady()) {
            awaitHealth(fourth, "\"meaning\": \"unavailable\"");
            assertThat(fourth.get("/q/health/ready")).contains("\"reason\"").contains("\"status\": \"UP\"");
            assertThat(found(fourth, "存电的柜子")).isEmpty();
            assertThat(found(fourth, "浅基坑电梯")).startsWith("P001", "P131");
        }
    }

    private static void awaitHealth(PackagedService service, String expected) throws Exception {
        long until = System.nanoTime() + Duration.ofMinutes(3).toNanos();
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

    private static int products(PackagedService service) throws Exception {
        return new ObjectMapper()
                .readTree(service.get("/api/v1/products?status=all"))
                .path("total")
                .asInt();
    }
}
