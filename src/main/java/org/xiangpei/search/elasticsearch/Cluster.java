package org.xiangpei.search.elasticsearch;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.http.Header;
import org.apache.http.HttpHost;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.apache.http.message.BasicHeader;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;
import org.jspecify.annotations.Nullable;

import org.xiangpei.search.SearchConfig;

/** An Elasticsearch of one or more nodes, asked over HTTP; a node that does not answer is left out for a while. */
final class Cluster implements Closeable {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final ContentType LINES = ContentType.create("application/x-ndjson", StandardCharsets.UTF_8);

    /** What says that the cluster cannot do its work now, or does not know us, and not that a request is wrong. */
    private static final Set<Integer> UNAVAILABLE = Set.of(401, 403, 408, 429, 500, 502, 503, 504);

    /** To one node: searches wait for one another otherwise. */
    private static final int MOST_CONNECTIONS = 100;

    private final RestClient client;
    private final String addresses;

    Cluster(SearchConfig.Elasticsearch config) {
        HttpHost[] nodes =
                config.urls().stream().map(URI::toString).map(HttpHost::create).toArray(HttpHost[]::new);
        client = RestClient.builder(nodes)
                .setDefaultHeaders(credentials(config).toArray(Header[]::new))
                .setRequestConfigCallback(request -> request.setConnectTimeout(
                                (int) config.connectTimeout().toMillis())
                        .setSocketTimeout((int) config.requestTimeout().toMillis()))
                .setHttpClientConfigCallback(http ->
                        http.setMaxConnPerRoute(MOST_CONNECTIONS).setMaxConnTotal(MOST_CONNECTIONS * nodes.length))
                .build();
        addresses = String.join(", ", config.urls().stream().map(Cluster::plain).toList());
    }

    /** Where it is, without any password. */
    String addresses() {
        return addresses;
    }

    JsonNode get(String path) {
        return send(new Request("GET", path));
    }

    JsonNode post(String path) {
        return send(new Request("POST", path));
    }

    JsonNode post(String path, Map<String, ?> body) {
        return send("POST", path, body);
    }

    JsonNode put(String path, Map<String, ?> body) {
        return send("PUT", path, body);
    }

    JsonNode delete(String path) {
        return send(new Request("DELETE", path));
    }

    /** Several lines of JSON. */
    JsonNode postLines(String path, List<Map<String, ?>> lines) {
        var text = new StringBuilder();
        lines.forEach(line -> text.append(json(line)).append('\n'));
        var request = new Request("POST", path);
        request.setEntity(new StringEntity(text.toString(), LINES));
        return send(request);
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode send(String method, String path, Map<String, ?> body) {
        var request = new Request(method, path);
        request.setJsonEntity(json(body));
        return send(request);
    }

    /**
     * @throws ClusterUnavailable when it cannot be reached, or cannot answer now
     * @throws RequestRefused for any other answer that is no success
     */
    private JsonNode send(Request request) {
        try {
            return read(client.performRequest(request));
        } catch (ResponseException e) {
            int status = e.getResponse().getStatusLine().getStatusCode();
            throw UNAVAILABLE.contains(status)
                    ? new ClusterUnavailable(addresses, "HTTP " + status, e)
                    : new RequestRefused(status, e);
        } catch (IOException e) {
            throw new ClusterUnavailable(addresses, e.getClass().getSimpleName() + ": " + e.getMessage(), e);
        }
    }

    private static JsonNode read(Response response) throws IOException {
        return JSON.readTree(response.getEntity().getContent());
    }

    private static String json(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Header> credentials(SearchConfig.Elasticsearch config) {
        var headers = new ArrayList<Header>();
        config.apiKey().ifPresent(key -> headers.add(new BasicHeader("Authorization", "ApiKey " + key)));
        if (headers.isEmpty() && config.username().isPresent()) {
            String both = config.username().get() + ":" + config.password().orElse("");
            headers.add(new BasicHeader(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8))));
        }
        return headers;
    }

    private static String plain(URI url) {
        return url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
    }

    /** The cluster answered that the request cannot be met: an index that does not exist, a conflict. */
    static final class RequestRefused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int status;

        RequestRefused(int status, @Nullable Throwable cause) {
            super("Elasticsearch answered " + status, cause);
            this.status = status;
        }

        boolean isMissing() {
            return status == 404;
        }

        boolean isConflict() {
            return status == 409;
        }
    }
}
