package org.xiangpei.catalog.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.xiangpei.fixtures.FreePort;
import org.xiangpei.fixtures.PackagedService;

import static org.assertj.core.api.Assertions.assertThat;

/** What an operator meets who brings his own catalogue folder, or none. */
class CatalogFolderIT {

    @TempDir
    private static Path directory;

    @Test
    void aWrongFolderEndsTheStartAndNamesItsErrors() throws Exception {
        Path folder = Files.createDirectory(directory.resolve("wrong"));
        Files.writeString(
                folder.resolve("regions.csv"),
                "code,name,parent_code,level\n430000,湖南省,,province\n43010,长沙市,430000,town\n");
        try (var service = PackagedService.launch(
                FreePort.any(),
                Map.of(
                        "XIANGPEI_DATA_DIRECTORY",
                                directory.resolve("wrong-data").toString(),
                        "XIANGPEI_CATALOG_DATA", folder.toString()))) {
            assertThat(service.awaitExit()).isEqualTo(1);
            assertThat(service.output())
                    .contains("不能启动", folder.toString(), "regions.csv:3 code [43010]", "regions.csv:3 level [town]");
        }
    }

    @Test
    void withoutSampleAndTokenTheServiceIsEmptyAndTakesNoImports() throws Exception {
        int port = FreePort.any();
        try (var service = PackagedService.launch(
                        port,
                        Map.of(
                                "XIANGPEI_DATA_DIRECTORY",
                                directory.resolve("empty").toString(),
                                "XIANGPEI_LOAD_SAMPLE",
                                "false"))
                .awaitReady()) {
            HttpResponse<String> answer = upload(port);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("urn:xiangpei:problem:operator-not-set", "XIANGPEI_OPERATOR_TOKEN");
            assertThat(service.output()).doesNotContain("Catalogue loaded");
        }
    }

    private static HttpResponse<String> upload(int port) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/catalog/imports"))
                            .header("Authorization", "Bearer ")
                            .header("Content-Type", "application/zip")
                            .POST(BodyPublishers.ofByteArray(CatalogFiles.sample()))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
