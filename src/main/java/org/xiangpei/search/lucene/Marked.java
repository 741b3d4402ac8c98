package org.xiangpei.search.lucene;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.xiangpei.search.Reason;
import org.xiangpei.search.SearchResult.Highlight;
import org.xiangpei.search.SearchResult.Span;

/** One found product as it is read, word by word: what is marked in it, and what is said of it. */
final class Marked {

    /** Where a word is, in the most telling field. */
    private record Told(Reason.Kind kind, String typed, TextField field, Span span, List<Reason.Field> fields) {

        /** Name and model stand together in the heading: which of them it is makes no difference. */
        Reason.Field place() {
            Reason.Field first = fields.getFirst();
            return first == Reason.Field.NAME ? Reason.Field.MODEL : first;
        }

        static Told moreTelling(Told one, Told other) {
            return one.place().compareTo(other.place()) <= 0 ? one : other;
        }
    }

    private final ReadProduct product;
    private final Map<TextField, List<Span>> spans = new EnumMap<>(TextField.class);
    private final Map<String, Told> told = new LinkedHashMap<>();

    Marked(ReadProduct product) {
        this.product = product;
    }

    boolean has(String typed) {
        return told.containsKey(typed);
    }

    /** Of several ways in which a word is there the one in the most telling field is the reason, all are marked. */
    void add(Reason.Kind kind, String typed, Places places) {
        if (places.isEmpty()) {
            return;
        }
        places.spans().forEach((field, found) -> spans.computeIfAbsent(field, any -> new ArrayList<>())
                .addAll(found));
        TextField field = places.fields().getFirst();
        Span span = places.of(field).getFirst();
        told.merge(typed, new Told(kind, typed, field, span, shown(places)), Told::moreTelling);
    }

    /** What a category is also called is another word for it; a part of that is only a word that stands there. */
    void addOtherName(String typed, Places places) {
        List<Span> there = places.of(TextField.CATEGORY_SYNONYMS);
        if (!there.isEmpty()) {
            boolean isWhole = product.values(TextField.CATEGORY_SYNONYMS)
                    .contains(product.text(TextField.CATEGORY_SYNONYMS, there.getFirst()));
            add(isWhole ? Reason.Kind.SYNONYM : Reason.Kind.WORD, typed, places);
        }
    }

    private List<Reason.Field> shown(Places places) {
        return places.fields().stream()
                .map(field -> shown(field, places.of(field).getFirst()))
                .distinct()
                .toList();
    }

    private Reason.Field shown(TextField field, Span first) {
        boolean ofCategory = field == TextField.DETAILS && first.start() >= startOfLast(product.values(field));
        return ofCategory ? Reason.Field.CATEGORY : field.shown();
    }

    /** The details end with the description of the category. */
    private static int startOfLast(List<String> values) {
        return values.stream()
                .limit(values.size() - 1L)
                .mapToInt(value -> value.length() + 1)
                .sum();
    }

    /** @param meant whether the product was found by its meaning too */
    List<Reason> reasons(boolean meant) {
        var reasons = new ArrayList<Reason>();
        told.values().forEach(it -> reasons.add(new Reason(it.kind(), it.typed(), found(it), it.fields())));
        if (meant) {
            reasons.add(Reason.MEANT);
        }
        return reasons;
    }

    /** Words that stand together are told together; a category is told by its name, because what else it is called stands on no page. */
    private String found(Told word) {
        if (word.kind() == Reason.Kind.WORD) {
            Span whole = marked(word.field()).stream()
                    .filter(it -> it.start() <= word.span().start()
                            && it.end() >= word.span().end())
                    .findFirst()
                    .orElse(word.span());
            return isEntry(word) ? Places.entry(word.field(), whole, product) : product.text(word.field(), whole);
        }
        return word.kind() == Reason.Kind.SYNONYM && word.field() == TextField.CATEGORY_SYNONYMS
                ? product.text(TextField.CATEGORY)
                : product.text(word.field(), word.span());
    }

    /** A standard, a specification, another name says more as a whole. */
    private static boolean isEntry(Told word) {
        return word.field() == TextField.CATEGORY_SYNONYMS || word.fields().getFirst() == Reason.Field.DETAILS;
    }

    /** A single character says something only alone, or as a part of what is marked beside it. */
    private List<Span> marked(TextField field) {
        return Places.merged(spans.getOrDefault(field, List.of())).stream()
                .filter(span -> told.size() == 1 || span.end() - span.start() > 1)
                .toList();
    }

    List<Highlight> highlights() {
        var highlights = new ArrayList<Highlight>();
        for (TextField field : TextField.HIGHLIGHTED) {
            List<Span> marked = marked(field);
            if (!marked.isEmpty()) {
                highlights.add(new Highlight(field.code(), product.text(field), marked));
            }
        }
        return highlights;
    }
}
