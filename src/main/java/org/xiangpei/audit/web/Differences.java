package org.xiangpei.audit.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.Labels;

/** What changed between two states, field by field, as people read it. */
final class Differences {

    private static final JsonMapper JSON = new JsonMapper();

    private Differences() {}

    /**
     * One field.
     *
     * @param before null where there was none
     * @param after null where there is none any more
     */
    public record Difference(
            String field, @Nullable String before, @Nullable String after) {}

    static List<Difference> between(String before, String after) {
        JsonNode old = json(before);
        JsonNode now = json(after);
        Set<String> fields = new LinkedHashSet<>();
        old.fieldNames().forEachRemaining(fields::add);
        now.fieldNames().forEachRemaining(fields::add);
        var differences = new ArrayList<Difference>();
        for (String field : fields) {
            add(differences, label(field), old.get(field), now.get(field));
        }
        return differences;
    }

    /** An entry that was tampered with is shown as it is, not refused. */
    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode().put("?", text);
        }
    }

    private static void add(
            List<Difference> differences, String field, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (before == null || !before.equals(after)) {
            differences.add(new Difference(field, text(before), text(after)));
        }
    }

    private static String label(String field) {
        return Labels.find("auditField", field).orElse(field);
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        if (value == null) {
            return null;
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? "是" : "否";
        }
        if (saysNothing(value)) {
            return "（空）";
        }
        return value.isArray() ? list(value) : value.isValueNode() ? value.asText() : value.toString();
    }

    private static boolean saysNothing(JsonNode value) {
        return value.isContainerNode()
                ? value.isEmpty()
                : value.isNull() || value.asText().isEmpty();
    }

    private static String list(JsonNode values) {
        return values.valueStream()
                .map(value -> value.isValueNode() ? value.asText() : value.toString())
                .collect(Collectors.joining("、"));
    }
}
