package org.xiangpei.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.xiangpei.search.SearchResult.Recognised;
import org.xiangpei.search.SearchResult.Recognised.Kind;
import org.xiangpei.search.Suggestion;
import org.xiangpei.search.lucene.AskedSpecifications.Asked;
import org.xiangpei.search.lucene.QueryWords.Placed;
import org.xiangpei.search.lucene.RemoteIndex.Called;

/** Tells which parts of a question are a city, a firm, a category, a certificate, a standard, or ask something of a property. */
final class Recognition {

    /** A name is at most so many words of a question. */
    private static final int LONGEST_NAME = 8;

    private static final Pattern STANDARD = Pattern.compile(
            "(?<![a-z0-9])(?:gb|gjb|jb|tb|jg|jgj|cj|jt|yb|yy|dl|nb|sj|hj|qc|jc|mt|hg|ga|db\\d\\d|iec|iso|en|din|astm)"
                    + "(?:/[tz])?\\s?[a-z]?\\d{2,6}(?:\\.\\d{1,3})*(?:-\\d{1,4})*(?![a-z0-9])");

    private record Part(
            int start, int end, Kind kind, @Nullable String name, String value) {}

    private final ProductIndex index;
    private final Question question;
    private final List<Part> parts = new ArrayList<>();
    private final Set<String> categories = new HashSet<>();

    Recognition(ProductIndex index, Question question) throws IOException {
        this.index = index;
        this.question = question;
        addCities();
        addNames();
        addStandards();
    }

    /** The codes of the categories that the question names. */
    Set<String> categories() {
        return categories;
    }

    /** All parts, in the order in which they stand. */
    List<Recognised> with(AskedSpecifications specifications) {
        specifications.all().forEach(asked -> add(specifications, asked));
        FoldedText typed = question.typed();
        return parts.stream()
                .sorted(Comparator.comparingInt(Part::start))
                .map(part ->
                        new Recognised(part.kind(), part.name(), part.value(), typed.without(part.start(), part.end())))
                .toList();
    }

    private void add(AskedSpecifications specifications, Asked asked) {
        Quantity quantity = asked.quantity();
        parts.removeIf(part -> part.start() < quantity.end() && quantity.start() < part.end());
        parts.add(new Part(
                quantity.start(),
                quantity.end(),
                Kind.SPECIFICATION,
                asked.first().property().name(),
                specifications.text(asked.first())));
    }

    private void addCities() {
        for (Placed placed : question.placed()) {
            if (placed.word().role() == Word.Role.CITY) {
                add(placed.start(), placed.end(), Kind.CITY, placed.word().text());
            }
        }
    }

    /** The longest stretches of words that are called so in the catalogue. */
    private void addNames() throws IOException {
        Map<Stretch, String> stretches = stretches();
        Map<String, Called> called = index.called(Set.copyOf(stretches.values()));
        int from = 0;
        while (from < question.placed().size()) {
            int end = Math.min(question.placed().size(), from + LONGEST_NAME);
            while (end > from && !isName(new Stretch(from, end), stretches, called)) {
                end--;
            }
            from = Math.max(end, from + 1);
        }
    }

    /** Words from one to before another. */
    private record Stretch(int from, int end) {}

    private Map<Stretch, String> stretches() {
        var stretches = new HashMap<Stretch, String>();
        int count = question.placed().size();
        for (int from = 0; from < count; from++) {
            for (int end = from + 1; end <= Math.min(count, from + LONGEST_NAME); end++) {
                var stretch = new Stretch(from, end);
                stretches.put(
                        stretch, EntryDocument.squash(question.typed().text().substring(start(stretch), end(stretch))));
            }
        }
        return stretches;
    }

    private int start(Stretch stretch) {
        return question.placed().get(stretch.from()).start();
    }

    private int end(Stretch stretch) {
        return question.placed().get(stretch.end() - 1).end();
    }

    private boolean isName(Stretch stretch, Map<Stretch, String> stretches, Map<String, Called> called) {
        String squashed = stretches.getOrDefault(stretch, "");
        String certificate = index.certificates().get(squashed);
        if (certificate != null) {
            return add(start(stretch), end(stretch), Kind.CERTIFICATE, certificate);
        }
        Called found = called.get(squashed);
        return found != null
                && add(
                        start(stretch),
                        end(stretch),
                        found.kind() == Suggestion.Kind.FIRM ? Kind.FIRM : Kind.CATEGORY,
                        found.name());
    }

    private void addStandards() {
        Matcher standard = STANDARD.matcher(question.typed().text());
        while (standard.find()) {
            add(
                    standard.start(),
                    standard.end(),
                    Kind.STANDARD,
                    question.typed().typed(standard.start(), standard.end()));
        }
    }

    /** A stretch is taken for one thing only. */
    private boolean add(int start, int end, Kind kind, String value) {
        return parts.stream().noneMatch(part -> start < part.end() && part.start() < end)
                && parts.add(new Part(start, end, kind, null, value));
    }
}
