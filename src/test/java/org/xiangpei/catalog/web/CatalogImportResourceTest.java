package org.xiangpei.catalog.web;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import org.xiangpei.catalog.load.CatalogFiles;
import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.shared.tabular.SentFiles;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.xiangpei.catalog.load.CatalogFiles.upload;

@XiangpeiTest
class CatalogImportResourceTest {

    private static final String IMPORTS = "/api/v1/catalog/imports";
    private static final String WRONG_FIRM = "XW1,=1+1,企,,430100,,,,1492,,,illustrative,";

    @Test
    void withoutOrWithAnotherTokenNothingIsRead() {
        given().multiPart("file", "a.zip", CatalogFiles.sample())
                .post(IMPORTS)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .contentType("application/problem+json")
                .body("type", equalTo("urn:xiangpei:problem:not-signed-in"))
                .body("detail", containsString("Authorization"));
        given().header("Authorization", "Bearer token-of-the-test")
                .contentType("application/zip")
                .body(CatalogFiles.sample())
                .post(IMPORTS)
                .then()
                .statusCode(401);
    }

    @Test
    void aFormPreviewCountsTheSampleAsUnchanged() {
        operator()
                .multiPart("file", "目录.zip", CatalogFiles.sample())
                .queryParam("mode", "preview")
                .post(IMPORTS)
                .then()
                .statusCode(200)
                .body("mode", equalTo("preview"))
                .body("applied", equalTo(false))
                .body("errorCount", equalTo(0))
                .body("errors", empty())
                .body("tables.find { it.table == 'firms' }.unchanged", equalTo(150))
                .body("tables.find { it.table == 'products' }.unchanged", equalTo(263))
                .body("tables.find { it.table == 'specifications' }.unchanged", equalTo(1965))
                .body("tables.sum { it.added + it.changed }", equalTo(0));
    }

    @Test
    void aRawZipIsAppliedAndPreviewIsTheDefault() {
        operator()
                .contentType("application/zip")
                .body(CatalogFiles.sample())
                .queryParam("mode", "apply")
                .post(IMPORTS)
                .then()
                .statusCode(200)
                .body("applied", equalTo(true))
                .body("ignored", hasSize(1));
        operator()
                .contentType("application/zip")
                .body(CatalogFiles.sample())
                .post(IMPORTS)
                .then()
                .statusCode(200)
                .body("mode", equalTo("preview"));
    }

    @Test
    void aSingleCsvIsNamedAfterItsTable() {
        operator()
                .contentType("text/csv")
                .body(String.join("\n", CatalogFiles.lines("parks")).getBytes(StandardCharsets.UTF_8))
                .queryParam("file", "parks.csv")
                .post(IMPORTS)
                .then()
                .statusCode(200)
                .body("tables[0].unchanged", equalTo(29));
    }

    @Test
    void wrongDataIsAProblemThatListsEveryError() {
        operator()
                .multiPart("file", "a.zip", upload().with("firms", WRONG_FIRM).zip())
                .queryParam("mode", "apply")
                .post(IMPORTS)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:xiangpei:problem:invalid-rows"))
                .body("errors", hasSize(1))
                .body("errors[0].file", equalTo("firms.csv"))
                .body("errors[0].row", equalTo(2))
                .body("errors[0].column", equalTo("founded_year"))
                .body("errors[0].value", equalTo("1492"))
                .body("errors[0].reason", notNullValue());
    }

    @Test
    void aPreviewOfWrongDataAnswersItsErrors() {
        operator()
                .multiPart("file", "a.zip", upload().with("firms", WRONG_FIRM).zip())
                .post(IMPORTS)
                .then()
                .statusCode(200)
                .body("errorCount", equalTo(1))
                .body("tables[0].added", equalTo(0));
    }

    @Test
    void theErrorListCanBeDownloadedAndRunsNoFormula() {
        String wrong = "=cmd|' /C calc'!A0,企业,企,,430100,,,,,@巨型,,illustrative,";
        byte[] zip = upload().with("firms", wrong).zip();
        String csv = operator()
                .accept("text/csv")
                .multiPart("file", "a.zip", zip)
                .queryParam("mode", "apply")
                .post(IMPORTS)
                .then()
                .statusCode(422)
                .contentType(containsString("text/csv"))
                .header("Content-Disposition", containsString("import-errors.csv"))
                .extract()
                .asString();
        assertThat(csv.lines()).first().isEqualTo("\uFEFFfile,row,column,value,reason");
        assertThat(csv).contains("firms.csv,2,code,'=cmd|' /C calc'!A0,").contains("firms.csv,2,scale,'@巨型,");
        operator()
                .accept("text/csv")
                .multiPart("file", "a.zip", zip)
                .post(IMPORTS)
                .then()
                .statusCode(200)
                .body(equalTo(csv));
    }

    @Test
    void aMalformedZipAnotherFormatAndNoFileAreProblems() {
        operator()
                .contentType("application/zip")
                .body(new byte[] {'P', 'K', 3, 4, 5, 6, 7})
                .post(IMPORTS)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:xiangpei:problem:file-unreadable"));
        operator()
                .multiPart("file", "a.pdf", SentFiles.utf8("%PDF-1.4"))
                .post(IMPORTS)
                .then()
                .statusCode(415)
                .body("detail", containsString("PDF"));
        operator()
                .multiPart("other", "a.zip", SentFiles.utf8("x"))
                .post(IMPORTS)
                .then()
                .statusCode(400)
                .body("detail", containsString("file"));
        operator().contentType(ContentType.JSON).body("{}").post(IMPORTS).then().statusCode(415);
        operator().contentType("application/zip").post(IMPORTS).then().statusCode(400);
    }

    @Test
    void anUnknownModeIsRefused() {
        operator()
                .contentType("application/zip")
                .body(CatalogFiles.sample())
                .queryParam("mode", "force")
                .post(IMPORTS)
                .then()
                .statusCode(400)
                .body("detail", containsString("preview"));
    }

    @Test
    void aBodyOf200MegabytesIsAnsweredWithAProblem() throws Exception {
        HttpResponse<String> answer = send(
                BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> new Same(0, 200L << 20)), 200L << 20));
        assertTooLarge(answer);
    }

    @Test
    void aBodyThatHidesItsSizeIsCutOffAtTheLimit() throws Exception {
        HttpResponse<String> answer = send(BodyPublishers.ofInputStream(() -> new Same(0, 30L << 20)));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("\"status\":413");
    }

    @Test
    void aFormThatHidesItsSizeIsCutOffAtTheLimitWithAProblem() throws Exception {
        assertTooLarge(chunked(IMPORTS, "multipart/form-data; boundary=x", """
                --x\r
                Content-Disposition: form-data; name="file"; filename="a.zip"\r
                \r
                """));
    }

    @Test
    void jsonThatHidesItsSizeIsCutOffAtTheLimitWithAProblem() throws Exception {
        assertTooLarge(chunked("/api/v1/matches", "application/json", "{\"lines\":[{\"ref\":"));
        assertTooLarge(chunked("/api/v1/matches", "application/json", " "));
    }

    private static void assertTooLarge(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .contains("urn:xiangpei:problem:file-too-large")
                .contains("24 MB");
    }

    /** 100 MB of spaces after a beginning, in chunks. */
    private static HttpResponse<String> chunked(String path, String type, String beginning) throws Exception {
        return send(
                path,
                type,
                BodyPublishers.ofInputStream(() -> new SequenceInputStream(
                        new ByteArrayInputStream(beginning.getBytes(StandardCharsets.UTF_8)),
                        new Same(' ', 100L << 20))));
    }

    private static HttpResponse<String> send(HttpRequest.BodyPublisher body) throws Exception {
        return send(IMPORTS, "application/zip", body);
    }

    private static HttpResponse<String> send(String path, String type, HttpRequest.BodyPublisher body)
            throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                            .version(HttpClient.Version.HTTP_1_1)
                            .header("Authorization", "Bearer " + SignedIn.token())
                            .header("Content-Type", type)
                            .POST(body)
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static RequestSpecification operator() {
        return SignedIn.as(SignedIn.OPERATOR);
    }

    /** The same byte so many times, never all in memory. */
    private static final class Same extends InputStream {

        private final int octet;
        private long left;

        Same(int octet, long size) {
            this.octet = octet;
            this.left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? octet : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int given = (int) Math.min(left, length);
            Arrays.fill(into, offset, offset + given, (byte) octet);
            left -= given;
            return given;
        }
    }
}
