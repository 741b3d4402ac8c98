package org.xiangpei.shared.web;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What is wrong with a request before anything is asked of it gets a clear answer too: a problem for programs, a page for people. */
@XiangpeiTest
class RefusalsTest {

    private static final String PAGE = "text/html";
    private static final String PROBLEM = "application/problem+json";

    @Test
    void rawCharactersInTheAddressAreAnsweredWithWhatWouldBeRight() throws IOException {
        assertThat(get("/api/v1/products?q=浅基坑", StandardCharsets.UTF_8, ""))
                .startsWith("HTTP/1.1 400")
                .contains(
                        PROBLEM,
                        "urn:xiangpei:problem:bad-address",
                        "/api/v1/products?q=%E6%B5%85%E5%9F%BA%E5%9D%91",
                        "\"instance\":\"/api/v1/products\"");
        assertThat(get("/products/浅", StandardCharsets.UTF_8, ""))
                .startsWith("HTTP/1.1 400")
                .contains(PAGE, "网址有误", "Content-Security-Policy");
        assertThat(get("/products?q=浅基坑", Charset.forName("GBK"), ""))
                .startsWith("HTTP/1.1 400")
                .contains("不是 UTF-8");
        assertThat(get("/api/v1/products/%zz", StandardCharsets.UTF_8, ""))
                .startsWith("HTTP/1.1 400")
                .contains(PROBLEM, "%25");
    }

    @Test
    void whatIsTooLongIsSaidToBeAndHowLongItMayBe() throws IOException {
        assertThat(get("/api/v1/products?q=" + "a".repeat(140_000), StandardCharsets.UTF_8, ""))
                .startsWith("HTTP/1.1 414")
                .contains(PROBLEM, "最长 131072 个");
        assertThat(get("/products?q=" + "a".repeat(140_000), StandardCharsets.UTF_8, ""))
                .startsWith("HTTP/1.1 414")
                .contains(PAGE, "网址过长");
        assertThat(get("/api/v1/products", StandardCharsets.UTF_8, "X-Long: " + "a".repeat(30_000) + "\r\n"))
                .startsWith("HTTP/1.1 431")
                .contains(PROBLEM, "最多 20480 个");
        assertThat(get("/products", StandardCharsets.UTF_8, "Cookie: a=" + "a".repeat(30_000) + "\r\n"))
                .startsWith("HTTP/1.1 431")
                .contains(PAGE, "清除本站的 Cookie");
    }

    @Test
    void aFormThatIsTooLargeIsAnsweredWithAPageThatSaysWhatToDo() throws Exception {
        HttpResponse<String> answer = post("/register", "multipart/form-data; boundary=x", 30 << 20);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(PAGE);
        assertThat(answer.body()).contains("文件过大", "有 30 MB", "最多 24 MB", "后退", ">登录</a>");
    }

    @Test
    void thePageIsThatOfWhoIsSignedIn() throws Exception {
        String session = SignedIn.freshSession(SignedIn.OPERATOR).getValue();
        HttpResponse<String> answer = post(
                "/catalog/imports",
                "multipart/form-data; boundary=x",
                30 << 20,
                "Cookie",
                "xiangpei-session=" + session);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("工作台").doesNotContain(">登录</a>");
    }

    @Test
    void aProgramGetsAProblemForTheSame() throws Exception {
        HttpResponse<String> answer = post("/api/v1/matches", "application/json", 30 << 20);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(PROBLEM);
        assertThat(answer.body()).contains("\"instance\":\"/api/v1/matches\"", "有 30 MB");
        assertThat(post("/api/v1/matches", "application/json", 2).statusCode())
                .as("the connection is good for more")
                .isEqualTo(400);
    }

    private static HttpResponse<String> post(String path, String type, int bytes, String... headers) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + RestAssured.port + path))
                    .version(HttpClient.Version.HTTP_1_1)
                    .header("Content-Type", type)
                    .header("Sec-Fetch-Site", "same-origin")
                    .POST(BodyPublishers.ofByteArray(new byte[bytes]));
            for (int i = 0; i < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
            }
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    /** The bytes as they are, which no client library would send. */
    private static String get(String address, Charset charset, String headers) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            String request =
                    "GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n";
            socket.getOutputStream().write(request.getBytes(charset));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
