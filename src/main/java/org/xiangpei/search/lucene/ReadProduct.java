package org.xiangpei.search.lucene;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.xiangpei.search.FoundProduct;
import org.xiangpei.search.SearchResult.Span;

/**
 * A found product: what a list shows of it, and its texts, to find in them again what they were found by. A field with several values
 * is one text, with a place between.
 */
final class ReadProduct {

    private final FoundProduct found;
    private final Map<TextField, List<ReadText>> fields = new EnumMap<>(TextField.class);

    /** @param texts of a field, as they were indexed */
    ReadProduct(FoundProduct found, Function<TextField, List<String>> texts) {
        this.found = found;
        for (TextField field : TextField.values()) {
            fields.put(field, texts.apply(field).stream().map(ReadText::of).toList());
        }
    }

    FoundProduct found() {
        return found;
    }

    /** The values of a field. */
    List<String> values(TextField field) {
        return texts(field).stream().map(ReadText::raw).toList();
    }

    /** A field as a reader sees it; empty where it has no value. */
    String text(TextField field) {
        return texts(field).stream().map(ReadText::raw).collect(Collectors.joining(" "));
    }

    String text(TextField field, Span span) {
        return text(field).substring(span.start(), span.end());
    }

    /** Where one of some phrases stands in a field. */
    List<Span> find(TextField field, List<Phrase> phrases, BiFunction<ReadText, Phrase, List<Span>> find) {
        if (phrases.isEmpty()) {
            return List.of();
        }
        var spans = new ArrayList<Span>();
        int start = 0;
        for (ReadText text : texts(field)) {
            for (Phrase phrase : phrases) {
                for (Span span : find.apply(text, phrase)) {
                    spans.add(new Span(start + span.start(), start + span.end()));
                }
            }
            start += text.raw().length() + 1;
        }
        return spans;
    }

    private List<ReadText> texts(TextField field) {
        return fields.getOrDefault(field, List.of());
    }
}
