package org.xiangpei.bench.engines;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.xiangpei.fixtures.Elasticsearch;
import org.xiangpei.search.IndexedProduct;

/**
 * Elasticsearch as it comes: texts with its standard analyzer, keywords for the facets, a query over all texts with the weights that we
 * have too, 20 products and the counts.
 */
final class ElasticsearchPeer implements Engine {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BULK_BYTES = 4 << 20;
    private static final String TEXT = "{\"type\":\"text\"}";
    private static final String KEYWORD = "{\"type\":\"keyword\"}";
    private static final List<String> FACETS = List.of("city", "category", "chain", "certificate", "provenance");

    private final Elasticsearch node;
    private final Connections connections;
    private long indexMillis;

    private ElasticsearchPeer(Elasticsearch node) {
        this.node = node;
        this.connections = new Connections(node.url().getPort());
    }

    static ElasticsearchPeer build(BenchDatabase database, String heap) throws IOException, SQLException {
        var peer = new ElasticsearchPeer(Elasticsearch.launch(heap));
        peer.fill(database);
        return peer;
    }

    private void fill(BenchDatabase database) throws IOException, SQLException {
        long began = System.nanoTime();
        put("/products", """
                {"mappings":{"properties":{
                "name":%1$s,"model":%1$s,"category":%1$s,"synonyms":%1$s,"description":%1$s,"details":%1$s,"firm":%1$s,
                "facet":{"properties":{"city":%2$s,"category":%2$s,"chain":%2$s,"certificate":%2$s,"provenance":%2$s}},
                "until":{"type":"long"}}}}""".formatted(TEXT, KEYWORD));
        var bulk = new ByteArrayOutputStream();
        Products.read(database, product -> {
            bulk.writeBytes(("{\"index\":{\"_id\":\"" + product.code() + "\"}}\n").getBytes(StandardCharsets.UTF_8));
            bulk.writeBytes(JSON.writeValueAsBytes(document(product)));
            bulk.write('\n');
            if (bulk.size() > BULK_BYTES) {
                send(bulk);
            }
        });
        send(bulk);
        post("/products/_refresh", "");
        indexMillis = (System.nanoTime() - began) / 1_000_000;
    }

    private void send(ByteArrayOutputStream bulk) throws IOException {
        byte[] rows = bulk.toByteArray();
        bulk.reset();
        if (rows.length > 0) {
            byte[] answer = connections.send(
                    connection -> connection.post("/products/_bulk?filter_path=errors", "application/x-ndjson", rows));
            if (JSON.readTree(answer).get("errors").asBoolean()) {
                throw new IOException("Elasticsearch refused a product");
            }
        }
    }

    private static Map<String, Object> document(IndexedProduct product) {
        var document = new LinkedHashMap<String, Object>(Products.texts(product));
        document.put("facet", Products.facets(product));
        document.put("until", Products.until(product));
        return document;
    }

    @Override
    public String name() {
        return "Elasticsearch 8.19";
    }

    @Override
    public Supplier<List<String>> search(String text) throws IOException {
        byte[] answer = post("/products/_search", query(text));
        return () -> codes(answer);
    }

    private static String query(String text) throws JsonProcessingException {
        var aggregations = new LinkedHashMap<String, Object>();
        FACETS.forEach(
                facet -> aggregations.put(facet, Map.of("terms", Map.of("field", "facet." + facet, "size", 100))));
        return JSON.writeValueAsString(Map.of(
                "size",
                20,
                "query",
                Map.of(
                        "bool",
                        Map.of(
                                "must",
                                Map.of(
                                        "multi_match",
                                        Map.of(
                                                "query",
                                                text,
                                                "fields",
                                                List.of(
                                                        "name^8",
                                                        "model^6",
                                                        "category^4",
                                                        "synonyms^3",
                                                        "description^1.5",
                                                        "details",
                                                        "firm"))),
                                "filter",
                                Map.of(
                                        "range",
                                        Map.of(
                                                "until",
                                                Map.of("gte", LocalDate.now().toEpochDay()))))),
                "aggs",
                aggregations));
    }

    private static List<String> codes(byte[] answer) {
        try {
            return StreamSupport.stream(JSON.readTree(answer).at("/hits/hits").spliterator(), false)
                    .map(hit -> hit.get("_id").asText())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] post(String path, String json) throws IOException {
        return connections.send(
                connection -> connection.post(path, "application/json", json.getBytes(StandardCharsets.UTF_8)));
    }

    private void put(String path, String json) throws IOException {
        connections.send(connection -> connection.put(path, json.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Footprint footprint() throws IOException {
        byte[] stats = connections.send(connection -> connection.get("/products/_stats/store"));
        long bytes =
                JSON.readTree(stats).at("/_all/primaries/store/size_in_bytes").asLong();
        return new Footprint(indexMillis, bytes, Machine.residentMiB(node.pid()));
    }

    @Override
    public void close() {
        connections.close();
        node.close();
    }
}
