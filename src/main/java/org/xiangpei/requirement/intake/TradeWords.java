package org.xiangpei.requirement.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Category;
import org.xiangpei.catalog.EnumValue;
import org.xiangpei.catalog.Property;
import org.xiangpei.requirement.PropertyTerm;
import org.xiangpei.requirement.Vocabulary;
import org.xiangpei.requirement.Vocabulary.Option;

/** The words that texts are read by: those of the catalogue, with the ones of {@code category-words} and {@code property-words}. */
public final class TradeWords {

    private static final int LONGEST_CATEGORY = 16;
    private static final int LONGEST_TAIL = 12;
    private static final int LONGEST_QUALIFIER = 4;

    /** What may follow the word that says what a thing is: 电梯设备, 污水处理装置. */
    private static final Pattern TAIL = Pattern.compile(
            "(?:设备|系统|装置|机组|产品|成套|总成|一体机|本体|材料|柜体|类|等|主要|样件|样机|样品|整机|成品|现货|采购(?=技术|参数|要求|需求)|招标(?=技术|参数|要求)|技术参数|技术要求|技术规格|技术规范|参数表?|要求|需求|规格书?|\\s)*");

    /** A size that stands behind the name and is said of it: 布电线BV4平方的. */
    private static final Pattern SIZE_BEHIND = Pattern.compile(
            "(?<=[\\u4e00-\\u9fff])\\s?[A-Z0-9][A-Z0-9.×X*/-]*(?:平方|平|千瓦|公斤|升|米|寸|毫米|吨|个厚)?(?:的|型|规格)$");

    /** The name again in English: 液压油缸 hydraulic cylinder. */
    private static final Pattern TRANSLATION =
            Pattern.compile("(?<=[\\u4e00-\\u9fff])\\s?[A-Z]{3,}(?:[ -][A-Z]{2,})*$");

    private final Map<String, String> categories = new HashMap<>();
    private final List<Parted> parted = new ArrayList<>();
    private final Map<String, String> categoryNames = new LinkedHashMap<>();
    private final Map<String, CategoryWords> words = new HashMap<>();
    private final Vocabulary vocabulary;

    /** A category named in a text. */
    record Named(String code, Span span) {}

    public TradeWords(
            Collection<Category> categories, Collection<Property> properties, Collection<EnumValue> enumValues) {
        Map<String, List<String>> more = Dictionary.words("category-words.txt");
        categories.forEach(category -> addCategory(category, more.getOrDefault(category.code(), List.of())));
        Map<String, List<Option>> options = options(enumValues);
        Map<String, List<PropertyTerm>> terms = new HashMap<>();
        Map<String, Map<String, PropertyTerm>> names = new HashMap<>();
        properties.stream()
                .sorted(Comparator.comparingInt(it -> it.details().position()))
                .forEach(property -> {
                    PropertyTerm term = PropertyTerm.of(property.key(), property.details());
                    terms.computeIfAbsent(term.category(), key -> new ArrayList<>())
                            .add(term);
                    addNames(property, term, names.computeIfAbsent(term.category(), key -> new HashMap<>()));
                });
        Map<String, Map<String, PropertyTerm>> shorter = new HashMap<>();
        names.forEach((category, own) -> shorter.put(category, ShortNames.of(own)));
        addMore(terms, names);
        shorter.forEach((category, own) -> own.forEach(names.getOrDefault(category, new HashMap<>())::putIfAbsent));
        Map<String, List<String>> texts = new HashMap<>();
        options.forEach((code, values) ->
                texts.put(code, values.stream().map(Option::value).toList()));
        terms.forEach((code, own) ->
                words.put(code, new CategoryWords(code, called(code), names.getOrDefault(code, Map.of()), own, texts)));
        vocabulary = new Vocabulary(
                categoryNames, terms.values().stream().flatMap(List::stream).toList(), options);
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The category that the name of a thing means, as in {@link #category(String, int, int)}. */
    public Optional<String> categoryOf(String name) {
        String upper = upper(name);
        return category(upper, 0, upper.length()).map(Named::code);
    }

    /** Whether any category has a property that is called so. */
    public boolean isProperty(String word) {
        String upper = upper(word);
        return words.values().stream()
                .anyMatch(category -> category.named(upper).isPresent());
    }

    CategoryWords of(@Nullable String category) {
        return category == null ? CategoryWords.NONE : words.getOrDefault(category, CategoryWords.NONE);
    }

    /**
     * The category that a name means: the longest of its words that the name ends with, as Chinese puts the head last (变压器油箱 is no
     * transformer). What stands in brackets behind, and a model number, are no part of the name.
     */
    Optional<Named> category(String upper, int from, int to) {
        return inChinese(upper, from, to).or(() -> {
            Matcher translated = TRANSLATION.matcher(upper).region(from, to);
            return translated.find() ? inChinese(upper, from, translated.start()) : Optional.empty();
        });
    }

    private Optional<Named> inChinese(String upper, int from, int to) {
        int end = head(upper, from, to);
        for (int last = end; last > from && last > end - LONGEST_TAIL; last--) {
            if (!TAIL.matcher(upper).region(last, end).matches()) {
                continue;
            }
            for (int start = Math.max(from, last - LONGEST_CATEGORY); start < last; start++) {
                String code = categories.get(upper.substring(start, last));
                if (code != null && isWord(upper, start, last)) {
                    return Optional.of(new Named(code, new Span(start, last)));
                }
            }
        }
        return qualified(upper, from, end);
    }

    /**
     * A known word with a qualifier put into its middle: 空气(消毒)净化机, 储能(电池)柜, LED(教室)灯. The last of the word must end the name.
     */
    private Optional<Named> qualified(String upper, int from, int end) {
        int tail = end;
        for (int last = end; last > from && last > end - LONGEST_TAIL; last--) {
            if (TAIL.matcher(upper).region(last, end).matches()) {
                tail = last;
            }
        }
        for (int last : tail == end ? new int[] {end} : new int[] {end, tail}) {
            Optional<Named> named = qualifiedAt(upper, from, last);
            if (named.isPresent()) {
                return named;
            }
        }
        return Optional.empty();
    }

    private Optional<Named> qualifiedAt(String upper, int from, int last) {
        Optional<Named> best = Optional.empty();
        int longest = 0;
        for (Parted word : parted) {
            int second = last - word.second().length();
            if (second <= from || !upper.startsWith(word.second(), second)) {
                continue;
            }
            int first = upper.lastIndexOf(word.first(), second - 1);
            int gap = second - first - word.first().length();
            if (first >= from && gap >= 1 && gap <= LONGEST_QUALIFIER && isQualifier(upper, second - gap, second)) {
                var named = new Named(word.code(), new Span(second, last));
                if (word.length() > longest) {
                    best = Optional.of(named);
                    longest = word.length();
                }
            }
        }
        return best;
    }

    private static boolean isQualifier(String upper, int from, int to) {
        return upper.substring(from, to).chars().allMatch(c -> CategoryWords.isHan((char) c) && "的和与及".indexOf(c) < 0);
    }

    /** A known word in two: who puts a qualifier into it puts it where a word of at least two characters ends. */
    private record Parted(String first, String second, String code) {
        int length() {
            return first.length() + second.length();
        }
    }

    private static boolean isWord(String upper, int start, int end) {
        boolean joined = CategoryWords.isLatin(upper.charAt(start))
                && start > 0
                && (CategoryWords.isLatin(upper.charAt(start - 1)) || Character.isDigit(upper.charAt(start - 1)));
        boolean goesOn = CategoryWords.isLatin(upper.charAt(end - 1))
                && end < upper.length()
                && CategoryWords.isLatin(upper.charAt(end));
        return !joined && !goesOn;
    }

    /** Where the name of the thing ends: before brackets, and before what has no Chinese in it. */
    private static int head(String upper, int from, int to) {
        Matcher size = SIZE_BEHIND.matcher(upper).region(from, to);
        int end = size.find() ? size.start() : to;
        int bracket = upper.indexOf('(', from, to);
        if (bracket > from && bracket < to) {
            end = bracket;
        }
        int han = end;
        while (han > from && !CategoryWords.isHan(upper.charAt(han - 1))) {
            han--;
        }
        String rest = upper.substring(han, end).strip();
        return han > from && !rest.isEmpty() && hasDigitOrIsShort(rest) ? han : end(upper, from, end);
    }

    private static boolean hasDigitOrIsShort(String rest) {
        return rest.chars().anyMatch(Character::isDigit)
                || (rest.length() <= 5 && !rest.matches("AGV|GIS|MCCB|AMR|PCS"));
    }

    private static int end(String upper, int from, int to) {
        int end = to;
        while (end > from && (upper.charAt(end - 1) <= ' ' || "()/-".indexOf(upper.charAt(end - 1)) >= 0)) {
            end--;
        }
        return end;
    }

    private void addCategory(Category category, List<String> more) {
        categoryNames.put(category.code(), category.details().name());
        put(category.details().name(), category.code());
        category.details().synonyms().forEach(synonym -> put(synonym, category.code()));
        more.forEach(word -> put(word, category.code()));
    }

    private void put(String word, String code) {
        String upper = upper(word);
        categories.putIfAbsent(upper, code);
        for (int cut = 2; cut < upper.length(); cut++) {
            boolean parts = upper.length() - cut >= 2 || (cut >= 3 && CategoryWords.isLatin(upper.charAt(cut - 1)));
            boolean within = CategoryWords.isLatin(upper.charAt(cut - 1)) && CategoryWords.isLatin(upper.charAt(cut));
            if (parts && !within) {
                parted.add(new Parted(upper.substring(0, cut), upper.substring(cut), code));
            }
        }
    }

    private List<String> called(String code) {
        return categories.entrySet().stream()
                .filter(it -> it.getValue().equals(code))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void addNames(Property property, PropertyTerm term, Map<String, PropertyTerm> names) {
        names.put(upper(property.details().name()), term);
        names.putIfAbsent(upper(property.details().name()).replaceAll("\\(.*\\)", ""), term);
        names.putIfAbsent(upper(property.details().name()).replaceAll("范围$", ""), term);
        property.details().aliases().forEach(alias -> names.putIfAbsent(upper(alias), term));
    }

    private static void addMore(Map<String, List<PropertyTerm>> terms, Map<String, Map<String, PropertyTerm>> names) {
        Map<String, List<String>> more = Dictionary.words("property-words.txt");
        terms.forEach((category, own) -> {
            Map<String, PropertyTerm> known = names.computeIfAbsent(category, key -> new HashMap<>());
            own.forEach(term ->
                    more.getOrDefault(term.code(), List.of()).forEach(word -> known.putIfAbsent(upper(word), term)));
        });
    }

    private static Map<String, List<Option>> options(Collection<EnumValue> values) {
        Map<String, List<Option>> options = new HashMap<>();
        values.stream()
                .sorted(Comparator.comparing(
                        value -> Optional.ofNullable(value.details().rank()).orElse(0)))
                .forEach(value -> options.computeIfAbsent(value.key().propertyCode(), key -> new ArrayList<>())
                        .add(new Option(
                                value.key().value(),
                                Optional.ofNullable(value.details().rank()))));
        return options;
    }

    private static String upper(String word) {
        return new Written(word).text().toUpperCase(Locale.ROOT);
    }
}
