package org.xiangpei.search.lucene;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.PropertyKind;
import org.xiangpei.search.IndexedProperty;
import org.xiangpei.search.lucene.Quantity.Bound;

/**
 * Recognises what a question asks of a property: a number with its unit, with the name of the property before it, with words that
 * compare. The names and options are those of the catalogue's properties.
 */
final class QuantityReader {

    static final QuantityReader WITHOUT_NAMES = new QuantityReader(List.of());

    private static final String NUMBER = "\\d{1,9}(?:\\.\\d{1,6})?";

    /** As they are written: A is not a, which is a year, and who types mw means MW. */
    private static final List<String> UNITS =
            List.of(("kVA MVA kWh MWh kW MW kV mm2 mm² cm mm km/h km m3/h m3/d m³/h m³/d L/s t/h m2 m² m3 m³"
                            + " MPa GPa kPa bar kN.m kN·m N.m N·m kN kg dB rpm r/min Hz lm kA mAh Ah L/min lx um μm V A W m t L k N J ℃ %"
                            + " 兆伏安 千伏安 兆瓦时 千瓦时 兆瓦 千瓦 千伏 千安 兆帕 公斤 千克 毫米 厘米 微米 平方毫米 平方米 立方米/小时 立方米/天 立方米 平方 立方"
                            + " 公里/小时 公里 千米 分贝 小时 分钟 英寸 冷吨 吨级 吨 瓦 伏 安 米 升 度 级 极 匹 寸 层 站 人 轴 芯 天"
                            + " 台 套 面 件 只 个 根 块")
                    .split(" "));

    private static final Map<String, String> WRITTEN =
            UNITS.stream().collect(Collectors.toMap(Folding::fold, unit -> unit, (one, other) -> one));

    private static final String UNIT = UNITS.stream()
            .map(Folding::fold)
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));

    private static final String LEAST = "≥|>=|=>|>|不低于|不小于|不少于|至少|大于等于|大于|高于|超过";
    private static final String MOST = "≤|<=|=<|<|不高于|不大于|不超过|不多于|至多|小于等于|小于|低于";
    private static final String EQUAL = "=|等于|为|是";

    private static final Pattern QUANTITY = Pattern.compile(
            "\\s{0,3}[:：]?\\s{0,3}(?:(?<least>" + LEAST + ")|(?<most>"
                    + MOST
                    + ")|(?<equal>" + EQUAL + "))?\\s{0,3}(?:dc|ac)?\\s?(?<text>(?<low>" + NUMBER + ")\\s?(?<unit>"
                    + UNIT
                    + ")?)(?:\\s?[~\\-–—至到]\\s?(?<high>" + NUMBER + ")\\s?(?<highUnit>" + UNIT
                    + ")?)?(?![a-z0-9/×*]|\\.\\d)(?<side>厚(?!度)|[宽高长深](?=\\P{IsHan}|的|以|$))?(?:(?<above>及?以上)|(?<below>及?以下|以内|之内)|(?<about>左右|上下))?");

    /** What stands so short before a number is the beginning of many a model number too. */
    private static final Set<String> SHORT_NAMES = Set.of("dn", "pn");

    /** Names of properties and texts of options by their first character, the longest first. */
    private final Map<Character, List<String>> names;

    private final Map<Character, List<String>> options;

    QuantityReader(List<IndexedProperty> properties) {
        names = byFirst(properties.stream()
                .filter(property -> property.kind() == PropertyKind.QUANTITY || property.kind() == PropertyKind.ENUM)
                .flatMap(property -> Stream.concat(Stream.of(property.name()), property.aliases().stream()))
                .map(Folding::fold));
        options = byFirst(properties.stream()
                .flatMap(property -> property.options().stream())
                .map(option -> Folding.fold(option.value()))
                .filter(QuantityReader::isTelling));
    }

    /** Words of everyday language are options too (电动, 法兰): only what has a letter or a digit in it is taken for one. */
    private static boolean isTelling(String option) {
        return option.length() > 1 && option.chars().anyMatch(c -> c < 0x80 && Character.isLetterOrDigit(c));
    }

    /** What is asked from an offset of folded text on, or null when nothing is. */
    @Nullable
    Quantity at(String folded, int from) {
        String option = longest(options, folded, from);
        if (option != null && !Character.isDigit(option.charAt(0)) && endsThere(folded, from + option.length())) {
            return new Quantity(from, from + option.length(), "", Bound.NOT_SAID, null, null, "", option);
        }
        String name = longest(names, folded, from);
        Quantity named = name == null ? null : read(folded, from, name);
        return named == null ? read(folded, from, "") : named;
    }

    private static @Nullable Quantity read(String folded, int from, String name) {
        Matcher found = QUANTITY.matcher(folded).region(from + name.length(), folded.length());
        if (!found.lookingAt() || !means(found, name, folded, from)) {
            return null;
        }
        String unit = found.group("highUnit") == null ? found.group("unit") : found.group("highUnit");
        return new Quantity(
                from,
                found.end(),
                found.group("side") == null || !name.isEmpty() ? name : found.group("side"),
                bound(found),
                new BigDecimal(found.group("low")),
                found.group("high") == null ? null : new BigDecimal(found.group("high")),
                unit == null ? "" : WRITTEN.getOrDefault(unit, unit),
                found.group("text"));
    }

    /** A bare number means nothing; with a unit, or after the name of a property, it does. */
    private static boolean means(Matcher found, String name, String folded, int from) {
        boolean unit = found.group("unit") != null || found.group("highUnit") != null;
        if (name.isEmpty()) {
            return unit && !Character.isWhitespace(folded.charAt(from)) && ":：".indexOf(folded.charAt(from)) < 0;
        }
        boolean apart = found.start("low") > from + name.length();
        return unit || apart || SHORT_NAMES.contains(name) || !isLatin(name);
    }

    private static Bound bound(Matcher found) {
        if (found.group("least") != null || found.group("above") != null) {
            return Bound.AT_LEAST;
        }
        if (found.group("most") != null || found.group("below") != null) {
            return Bound.AT_MOST;
        }
        if (found.group("about") != null) {
            return Bound.ABOUT;
        }
        return found.group("equal") == null ? Bound.NOT_SAID : Bound.EQUALS;
    }

    private static boolean endsThere(String folded, int end) {
        return end == folded.length() || !isLatin(folded.substring(end, end + 1));
    }

    private static boolean isLatin(String text) {
        return text.chars().allMatch(c -> c < 0x80 && Character.isLetterOrDigit(c));
    }

    private static @Nullable String longest(Map<Character, List<String>> texts, String folded, int from) {
        return texts.getOrDefault(folded.charAt(from), List.of()).stream()
                .filter(text -> folded.startsWith(text, from))
                .findFirst()
                .orElse(null);
    }

    private static Map<Character, List<String>> byFirst(Stream<String> texts) {
        return texts.collect(Collectors.toCollection(TreeSet::new)).stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .collect(Collectors.groupingBy(text -> text.charAt(0), HashMap::new, Collectors.toList()));
    }
}
