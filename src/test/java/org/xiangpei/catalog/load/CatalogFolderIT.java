package org.xiangpei.catalog.load;

import java.io.IOException;
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
import org.xiangpei.fixtures.SignedIn;

import static org.assertj.core.api.Assertions.assertThat;

/** What an operator meets who brings his own catalogue folder, or none. */
class CatalogFolderIT {

    @TempDir
    private static Path directory;

    @Test
    void aWrongRowEndsTheStartWithTheListOfErrorsAndNothingElse() throws Exception {
        Path folder = copy("wrong");
        Path regions = folder.resolve("regions.csv");
        Files.writeString(regions, Files.readString(regions) + "43010,长沙市,430000,town\n");
        int row = Files.readAllLines(regions).size();
        try (var service = launch(folder)) {
            assertThat(service.awaitExit()).isEqualTo(1);
            assertThat(service.output())
                    .contains(
                            "不能启动",
                            folder + " 没有载入",
                            "regions.csv 第 " + row + " 行 code 列 [43010]：应为",
                            "regions.csv 第 " + row + " 行 level 列 [town]：应为",
                            "XIANGPEI_CATALOG_DATA")
                    .doesNotContain("\tat ")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void aMissingFileIsNamedOnceAndNotByEveryRowThatNeedsIt() throws Exception {
        Path folder = copy("missing");
        Files.delete(folder.resolve("firms.csv"));
        try (var service = launch(folder)) {
            assertThat(service.awaitExit()).isEqualTo(1);
            assertThat(service.output())
                    .contains("不能启动", folder + " 没有载入：缺少 firms.csv。")
                    .doesNotContain("products.csv")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void withoutSampleAndOperatorTheServiceIsEmptyAndTakesNoImports() throws Exception {
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
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("urn:xiangpei:problem:not-signed-in");
            assertThat(service.output())
                    .contains("XIANGPEI_FIRST_OPERATOR_LOGIN")
                    .doesNotContain("Loaded catalog", SignedIn.PASSWORD);
        }
    }

    private static PackagedService launch(Path folder) throws IOException {
        return PackagedService.launch(
                FreePort.any(),
                Map.of(
                        "XIANGPEI_DATA_DIRECTORY",
                                folder.resolveSibling(folder.getFileName() + "-data")
                                        .toString(),
                        "XIANGPEI_CATALOG_DATA", folder.toString()));
    }

    private static Path copy(String name) throws IOException {
        Path folder = Files.createDirectory(directory.resolve(name));
        try (var listed = Files.list(Path.of("catalog-data"))) {
            for (Path file : listed.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
        return folder;
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
