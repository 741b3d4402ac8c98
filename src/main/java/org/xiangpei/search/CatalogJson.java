package org.xiangpei.search;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import org.xiangpei.catalog.Interruption;

/** What belongs to one entry, as the database hands it over and as an index keeps it. */
public final class CatalogJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private CatalogJson() {}

    public static List<StatedSpecification> specifications(String json) {
        return List.copyOf(read(json, new TypeReference<List<StatedSpecification>>() {}));
    }

    public static List<IndexedProperty> properties(String json) {
        return List.copyOf(read(json, new TypeReference<List<IndexedProperty>>() {}));
    }

    static List<Interruption> interruptions(String json) {
        return List.copyOf(read(json, new TypeReference<List<Interruption>>() {}));
    }

    public static FoundProduct found(String json) {
        return read(json, new TypeReference<>() {});
    }

    public static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not what an entry holds: " + json, e);
        }
    }
}
