package org.xiangpei.requirement.intake;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.PropertyTerm;

/** The words of one category: what its properties are called, and the options of those that have some. */
final class CategoryWords {

    static final CategoryWords NONE = new CategoryWords(null, List.of(), Map.of(), List.of(), Map.of());

    /** What buyers call an option beside what the catalogue calls it. */
    private static final Map<String, List<String>> MORE_OPTIONS = Dictionary.words("option-words.txt");

    private static final int LONGEST_NAME = 20;
    private static final Pattern WORD_AND_CODE =
            Pattern.compile("(?<word>[\\u4e00-\\u9fff]{2,})(?<code>(?=.*[A-Za-z]{2})[A-Za-z][A-Za-z0-9]{2,})");

    /** What an option is made of: words, codes, and what stands between them. */
    private static final Pattern PART =
            Pattern.compile("[\\u4e00-\\u9fff]{2,}|(?=[A-Za-z0-9]*[A-Za-z]{2})[A-Za-z0-9]{3,}");

    private static final int SHORTEST_BEGINNING = 3;

    private final @Nullable String code;
    private final List<String> called;
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
     * @param called the words that mean the category, in capitals
     * @param names as {@link Written#upper} has them
     * @param terms in the order of the category
     * @param options by property code, lowest rank first
     */
    CategoryWords(
            @Nullable String code,
            List<String> called,
            Map<String, PropertyTerm> names,
            List<PropertyTerm> terms,
            Map<String, List<String>> options) {
        this.code = code;
        this.called = called;
        this.names = new HashMap<>(names);
        this.terms = terms;
        this.options = options;
        terms.forEach(term -> longestFirst.put(term.code(), longestFirst(options(term))));
    }

    @Nullable
    String code() {
        return code;
    }

    /** Whether a word ends as things of this category are called: 再生骨料. */
    boolean isNameOfThing(String upper) {
        return called.stream().anyMatch(upper::endsWith);
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

    /**
     * 橡胶EPDM is also said EPDM橡胶; and a part (EPDM, 橡胶, Modbus of Modbus RTU) or a beginning (磁悬浮 of 磁悬浮离心式) alone, where no other
     * option has that in it.
     */
    private static Stream<String> otherwise(String option, List<String> options) {
        Matcher both = WORD_AND_CODE.matcher(option);
        Stream<String> turned = both.matches() ? Stream.of(both.group("code") + both.group("word")) : Stream.of();
        Stream<String> parts = PART.matcher(option.indexOf('/') < 0 ? option : "")
                .results()
                .map(MatchResult::group)
                .flatMap(part -> Stream.concat(Stream.of(part), beginnings(part)))
                .filter(part -> !part.equals(option)
                        && options.stream().filter(it -> it.contains(part)).count() == 1);
        return Stream.of(turned, parts, MORE_OPTIONS.getOrDefault(option, List.of()).stream())
                .flatMap(it -> it);
    }

    private static Stream<String> beginnings(String part) {
        return IntStream.range(SHORTEST_BEGINNING, part.length()).mapToObj(end -> part.substring(0, end));
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

    /** What stands before a side (宽) in the names of a property: 轿厢 of 轿厢净宽, nothing of 总宽 and 宽度. */
    Stream<String> beginningsOf(PropertyTerm term, String side) {
        Pattern name = Pattern.compile("(?<of>.*?)(?:净|总|外形)?" + side + "度?");
        return names.entrySet().stream()
                .filter(it -> it.getValue().equals(term))
                .map(it -> name.matcher(it.getKey()))
                .filter(Matcher::matches)
                .map(it -> it.group("of"));
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
