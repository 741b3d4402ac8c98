package org.xiangpei.requirement.intake;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.PropertyTerm;

/** The words of one category: what its properties are called, and the options of those that have some. */
final class CategoryWords {

    static final CategoryWords NONE = new CategoryWords(null, Map.of(), List.of(), Map.of());

    private static final int LONGEST_NAME = 20;
    private static final Pattern WORD_AND_CODE =
            Pattern.compile("(?<word>[\\u4e00-\\u9fff]{2,})(?<code>(?=.*[A-Za-z]{2})[A-Za-z][A-Za-z0-9]{2,})");

    private final @Nullable String code;
    private final Map<String, PropertyTerm> names;
    private final List<PropertyTerm> terms;
    private final Map<String, List<String>> options;
    private final Map<String, List<OptionWord>> longestFirst = new HashMap<>();

    /**
     * An option as it is found.
     *
     * @param value as the catalogue has it
     */
    record OptionWord(String value, String upper) {}

    /** A property named in a text. */
    record Named(PropertyTerm term, Span span) {}

    /**
     * @param names as {@link Written#upper} has them
     * @param terms in the order of the category
     * @param options by property code, lowest rank first
     */
    CategoryWords(
            @Nullable String code,
            Map<String, PropertyTerm> names,
            List<PropertyTerm> terms,
            Map<String, List<String>> options) {
        this.code = code;
        this.names = new HashMap<>(names);
        this.terms = terms;
        this.options = options;
        terms.forEach(term -> longestFirst.put(term.code(), longestFirst(options(term))));
    }

    @Nullable
    String code() {
        return code;
    }

    List<PropertyTerm> terms() {
        return terms;
    }

    List<String> options(PropertyTerm term) {
        return options.getOrDefault(term.code(), List.of());
    }

    List<OptionWord> longestFirst(PropertyTerm term) {
        return longestFirst.getOrDefault(term.code(), List.of());
    }

    private static List<OptionWord> longestFirst(List<String> options) {
        return options.stream()
                .flatMap(option -> Stream.concat(Stream.of(option), otherwise(option, options))
                        .map(said -> new OptionWord(option, said.toUpperCase(Locale.ROOT))))
                .sorted(Comparator.comparingInt(
                                (OptionWord word) -> word.upper().length())
                        .reversed())
                .toList();
    }

    /** 橡胶EPDM is also said EPDM橡胶; and EPDM or 橡胶 alone, where no other option has that in it. */
    private static Stream<String> otherwise(String option, List<String> options) {
        Matcher parts = WORD_AND_CODE.matcher(option);
        if (!parts.matches()) {
            return Stream.of();
        }
        Stream<String> alone = Stream.of(parts.group("word"), parts.group("code"))
                .filter(part -> options.stream().filter(it -> it.contains(part)).count() == 1);
        return Stream.concat(Stream.of(parts.group("code") + parts.group("word")), alone);
    }

    /** The longest name that ends here and begins not before the floor. */
    Optional<Named> endingAt(String upper, int end, int floor) {
        for (int start = Math.max(floor, end - LONGEST_NAME); start < end; start++) {
            PropertyTerm term = names.get(upper.substring(start, end));
            if (term != null && standsAlone(upper, start, end)) {
                return Optional.of(new Named(term, new Span(start, end)));
            }
        }
        return Optional.empty();
    }

    /** The longest name that begins here and ends not behind the limit. */
    Optional<Named> startingAt(String upper, int start, int limit) {
        for (int end = Math.min(limit, start + LONGEST_NAME); end > start; end--) {
            PropertyTerm term = names.get(upper.substring(start, end));
            if (term != null && standsAlone(upper, start, end)) {
                return Optional.of(new Named(term, new Span(start, end)));
            }
        }
        return Optional.empty();
    }

    /** Whether a property is called by a name that has this in it. */
    boolean isCalled(PropertyTerm term, String part) {
        return names.entrySet().stream()
                .anyMatch(name -> name.getValue().equals(term) && name.getKey().contains(part));
    }

    Optional<PropertyTerm> named(String name) {
        return Optional.ofNullable(names.get(name));
    }

    /** A name in Latin letters is no part of a longer word; digits may follow it (DN100). */
    private static boolean standsAlone(String upper, int start, int end) {
        boolean joined = isLatin(upper.charAt(start)) && start > 0 && isLatin(upper.charAt(start - 1));
        boolean goesOn = isLatin(upper.charAt(end - 1)) && end < upper.length() && isLatin(upper.charAt(end));
        return !joined && !goesOn;
    }

    static boolean isLatin(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    static boolean isHan(char c) {
        return c >= '\u3400' && c <= '\u9fff';
    }
}
