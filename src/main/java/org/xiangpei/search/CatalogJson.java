package org.xiangpei.search;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Lists of what belongs to one entry, as the database hands them over and as an index keeps them. */
public final class CatalogJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private CatalogJson() {}

    public static List<StatedSpecification> specifications(String json) {
        return read(json, new TypeReference<>() {});
    }

    public static List<IndexedProperty> properties(String json) {
        return read(json, new TypeReference<>() {});
    }

    public static String write(List<?> list) {
        try {
            return JSON.writeValueAsString(list);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static <T> List<T> read(String json, TypeReference<List<T>> type) {
        try {
            return List.copyOf(JSON.readValue(json, type));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not what an entry holds: " + json, e);
        }
    }
}
