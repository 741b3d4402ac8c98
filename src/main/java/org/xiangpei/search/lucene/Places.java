package org.xiangpei.search.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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

    static Places of(Sought sought, ReadProduct product) {
        var spans = new EnumMap<TextField, List<Span>>(TextField.class);
        boolean bySound = true;
        for (TextField field : TextField.values()) {
            var found = new ArrayList<Span>();
            found.addAll(product.find(field, sought.in(field.parts()), ReadText::written));
            found.addAll(product.find(field, sought.in(field.squashed()), ReadText::squashed));
            bySound &= found.isEmpty();
            found.addAll(product.find(field, sought.in(field.sounds()), ReadText::heard));
            if (!found.isEmpty()) {
                spans.put(field, merged(found));
            }
        }
        return spans.isEmpty() ? NONE : new Places(spans, bySound);
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

    /** The value of a field in which a place is, where that is short. */
    static String entry(TextField field, Span span, ReadProduct product) {
        int start = 0;
        for (String value : product.values(field)) {
            if (span.end() <= start + value.length()) {
                return value.length() <= SHORT_ENTRY ? value : product.text(field, span);
            }
            start += value.length() + 1;
        }
        return product.text(field, span);
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
