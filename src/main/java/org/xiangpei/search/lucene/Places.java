package org.xiangpei.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.document.Document;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.jspecify.annotations.Nullable;

import org.xiangpei.search.SearchResult.Span;

/**
 * Where one word stands in one product.
 *
 * @param spans by field, in order, those that overlap or touch as one; a field with several values is read as one text, with a place between
 * @param bySound whether it is there only by its sound
 */
record Places(Map<TextField, List<Span>> spans, boolean bySound) {

    static final Places NONE = new Places(Map.of(), false);

    /** A longer entry of the details says too much: then only the word in it. */
    private static final int SHORT_ENTRY = 24;

    /** @param folded what was looked for: the details have no offsets in the index, and are read again */
    static Places of(@Nullable Matches matches, String folded, Document stored) throws IOException {
        if (matches == null) {
            return NONE;
        }
        var spans = new EnumMap<TextField, List<Span>>(TextField.class);
        boolean bySound = true;
        for (TextField field : TextField.values()) {
            if (field == TextField.DETAILS) {
                if (matches.getMatches(field.parts()) != null) {
                    bySound = false;
                    put(field, inDetails(folded, stored), spans);
                }
                continue;
            }
            List<Span> sounds = spans(matches.getMatches(field.sounds()));
            List<Span> written = spans(matches.getMatches(field.parts()));
            written.addAll(spans(matches.getMatches(field.squashed())));
            bySound &= written.isEmpty();
            written.addAll(sounds);
            put(field, merged(written), spans);
        }
        return spans.isEmpty() ? NONE : new Places(spans, bySound);
    }

    private static void put(TextField field, List<Span> found, Map<TextField, List<Span>> spans) {
        if (!found.isEmpty()) {
            spans.put(field, found);
        }
    }

    private static List<Span> inDetails(String folded, Document stored) {
        var spans = new ArrayList<Span>();
        int start = 0;
        for (String value : stored.getValues(TextField.DETAILS.code())) {
            int from = start;
            Typed.written(folded, value).ifPresent(it -> spans.add(new Span(from + it.start(), from + it.end())));
            start += value.length() + 1;
        }
        return spans;
    }

    boolean isEmpty() {
        return spans.isEmpty();
    }

    /** Whether a reader sees it at once. */
    boolean inHeading() {
        return spans.containsKey(TextField.NAME) || spans.containsKey(TextField.MODEL);
    }

    List<TextField> fields() {
        return List.copyOf(spans.keySet());
    }

    /** The same, but for one field. */
    Places without(TextField field) {
        var rest = new EnumMap<TextField, List<Span>>(TextField.class);
        rest.putAll(spans);
        rest.remove(field);
        return new Places(rest, bySound);
    }

    List<Span> of(TextField field) {
        return spans.getOrDefault(field, List.of());
    }

    static String text(TextField field, Span span, Document stored) {
        return String.join(" ", stored.getValues(field.code())).substring(span.start(), span.end());
    }

    /** The value of a field in which a place is, where that is short. */
    static String entry(TextField field, Span span, Document stored) {
        String[] values = stored.getValues(field.code());
        int start = 0;
        for (String value : values) {
            if (span.end() <= start + value.length()) {
                return value.length() <= SHORT_ENTRY ? value : text(field, span, stored);
            }
            start += value.length() + 1;
        }
        return text(field, span, stored);
    }

    private static List<Span> spans(@Nullable MatchesIterator found) throws IOException {
        var spans = new ArrayList<Span>();
        while (found != null && found.next()) {
            spans.add(new Span(found.startOffset(), found.endOffset()));
        }
        return spans;
    }

    /** In order, those that overlap or touch as one. */
    static List<Span> merged(List<Span> spans) {
        var merged = new ArrayList<Span>();
        var ordered = new ArrayList<>(spans);
        ordered.sort(Comparator.comparingInt(Span::start).thenComparingInt(Span::end));
        for (Span span : ordered) {
            if (!merged.isEmpty() && span.start() <= merged.getLast().end()) {
                Span last = merged.removeLast();
                merged.add(new Span(last.start(), Math.max(last.end(), span.end())));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }
}
