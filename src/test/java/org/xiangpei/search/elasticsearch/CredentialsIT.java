package org.xiangpei.search.elasticsearch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.Elasticsearch;
import org.xiangpei.search.elasticsearch.SharedEngine.Credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A cluster that asks who one is. The zip of the tests has no security of its own, so a door stands before the real node, which lets
 * through who shows the right header, as Elasticsearch documents it.
 */
class CredentialsIT {

    private static final String SECRET = "geheim:湘配";
    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString(("xiangpei:" + SECRET).getBytes(StandardCharsets.UTF_8));
    private static final String KEY = "VnVhQ2ZHY0JDZGJrUW0tZTVhT3g6dWkybHAyYXhUTm1zeWFrdzl0dk5udw==";

    private final Elasticsearch node = Elasticsearch.shared();
    private final HttpClient http = HttpClient.newHttpClient();
    private HttpServer door;

    @BeforeEach
    void open() throws IOException {
        door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        door.createContext("/", this::letThrough);
        door.start();
    }

    @AfterEach
    void close() {
        door.stop(0);
        http.close();
    }

    @Test
    void aNameAndAPasswordOpenTheCluster() {
        assertThat(version(new Credentials("xiangpei", SECRET, null))).startsWith("8.19");
    }

    @Test
    void aKeyOpensTheClusterAndComesBeforeAPassword() {
        assertThat(version(new Credentials(null, null, KEY))).startsWith("8.19");
        assertThat(version(new Credentials("xiangpei", "wrong", KEY))).startsWith("8.19");
    }

    @Test
    void withoutThemOrWithWrongOnesTheClusterIsUnavailableAndNoSecretIsTold() {
        for (Credentials wrong :
                new Credentials[] {Credentials.NONE, new Credentials("xiangpei", "wrong-" + SECRET, null)}) {
            assertThatThrownBy(() -> version(wrong))
                    .isInstanceOf(ClusterUnavailable.class)
                    .hasMessageContaining("401")
                    .hasMessageNotContaining(SECRET);
        }
    }

    private String version(Credentials credentials) {
        try (Cluster cluster = SharedEngine.cluster(address(), credentials)) {
            return cluster.get("/_nodes").findPath("version").asText();
        }
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + door.getAddress().getPort());
    }

    private void letThrough(HttpExchange exchange) throws IOException {
        try (exchange) {
            String shown = exchange.getRequestHeaders().getFirst("Authorization");
            if (!BASIC.equals(shown) && !("ApiKey " + KEY).equals(shown)) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            HttpResponse<byte[]> answer = ask(exchange.getRequestURI());
            answer.headers()
                    .map()
                    .forEach((name, values) -> values.forEach(
                            value -> exchange.getResponseHeaders().add(name, value)));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private HttpResponse<byte[]> ask(URI path) throws IOException {
        try {
            return http.send(
                    HttpRequest.newBuilder(node.url().resolve(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
