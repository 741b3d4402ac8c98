package org.xiangpei.search.lucene;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Phrases that are looked for in products that are read, by the fields of the index in which they may stand. */
record Sought(Map<String, List<Phrase>> byField) {

    static Sought of(List<Phrase> phrases) {
        return new Sought(phrases.stream().collect(Collectors.groupingBy(Phrase::field)));
    }

    List<Phrase> in(String field) {
        return byField.getOrDefault(field, List.of());
    }
}
