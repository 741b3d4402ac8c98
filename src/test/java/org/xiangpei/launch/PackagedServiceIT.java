package org.xiangpei.launch;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
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
