package org.xiangpei.requirement.intake;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.units.Units;

/** Finds numbers with their units and comparisons: ≥1000kg, 3.5~4.0m, 2650±10mm, -25℃~+40℃, 55分贝以下. */
final class Measures {

    /** Signs that folding takes apart and this text keeps, and ways to write a sound level. */
    private static final Stream<String> AS_WRITTEN = Stream.of(
            "轴", "腔", "齿", "联", "m2", "m3", "mm2", "mm3", "cm2", "cm3", "dm3", "㎡", "㎥", "m²", "m³", "mm²", "cm²",
            "cm³", "Nm3", "Nm³", "℃", "°C", "㎜", "㎝", "㎏", "㎞", "Ω", "kΩ", "MΩ", "mΩ", "dB(A)", "μm");

    private static final String WORD = Stream.concat(Units.words().stream(), AS_WRITTEN)
            .filter(word -> !Character.isDigit(word.charAt(0))
                    && !word.equals("in")
                    && !word.equals("K")
                    && !word.contains("/"))
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));

    /** A unit in running text: 台, m³/h, kN·m, W/(m²·K), 转/分. */
    static final String UNIT = "(?:(?:" + WORD + "|方(?=[/每])|K(?![A-Za-z]))(?:[/·每](?:" + WORD + "|K)|/\\((?:" + WORD
            + ")[·.](?:" + WORD + "|K)\\)){0,2})(?:(?<=[A-Za-z])(?![A-Za-z0-9²³])|(?<![A-Za-z]))";

    private static final String NUMBER = "(?:" + Numerals.DIGITS + ")";

    private static final Pattern MEASURE = Pattern.compile(
            Comparison.BEFORE + "?\\s{0,2}(?<current>[AD]C|[ΦφØ])?\\s?(?<either>±|\\+/-)?\\s?"
                    + "(?<low>(?<![\\d.])(?:[-+](?=\\d))?" + NUMBER + "|百分之" + Numerals.HAN + "|" + Numerals.HAN
                    + "(?=\\s?万?" + UNIT
                    + "|(?:~|至|到)" + Numerals.HAN + "\\s?" + UNIT + "))\\s{0,2}(?<wan>万(?!元))?(?<unit>" + UNIT + ")?"
                    + "(?:\\s?(?:~|-{1,2}|至|到)\\s?(?<high>[-+]?" + NUMBER + "|" + Numerals.HAN + ")\\s{0,2}(?<highUnit>"
                    + UNIT + ")?"
                    + "|\\s?(?:\\(?(?:允许)?(?:偏差|误差|公差|波动)(?:范围)?(?:为|:)?\\s?|\\()?(?:±|\\+/-)\\s?(?<give>" + NUMBER
                    + ")\\s{0,2}(?<giveUnit>" + UNIT + ")?\\)?)?"
                    + "\\s?" + Comparison.AFTER + "?",
            Pattern.CASE_INSENSITIVE);

    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    private final Matcher matcher;
    private final String text;
    private int lastEnd = -1;

    Measures(String text, Span within) {
        this.text = text;
        this.matcher =
                MEASURE.matcher(text).region(within.start(), within.end()).useTransparentBounds(true);
    }

    /** The next one behind an offset; what is part of a word or a model number is none. */
    Optional<Measure> next() {
        while (matcher.find()) {
            if (!isInsideOfAWord()) {
                lastEnd = matcher.end();
                return Optional.of(measure());
            }
        }
        return Optional.empty();
    }

    private boolean isInsideOfAWord() {
        int end = matcher.end();
        boolean goesOn = unit() == null
                && end < text.length()
                && ((CategoryWords.isLatin(text.charAt(end)) && !isUnknownUnit(end)) || text.charAt(end) == '#');
        return goesOn || isPartOfModel(matcher.start());
    }

    /** A few letters behind a number that are no unit we know: better said than passed over. */
    private boolean isUnknownUnit(int at) {
        int end = at;
        while (end < text.length() && CategoryWords.isLatin(text.charAt(end))) {
            end++;
        }
        return end - at <= 4 && (end == text.length() || "，,；;。、)(\n\t /".indexOf(text.charAt(end)) >= 0);
    }

    private boolean isPartOfModel(int start) {
        if (start == 0) {
            return false;
        }
        char before = text.charAt(start - 1);
        boolean joined = (before == '-' || before == '/') && start > 1 && isLatinOrDigit(text.charAt(start - 2));
        return before == '_' || before == '#' || (joined && start - 1 != lastEnd);
    }

    private static boolean isLatinOrDigit(char c) {
        return CategoryWords.isLatin(c) || Character.isDigit(c);
    }

    private Measure measure() {
        BigDecimal low = number("low");
        BigDecimal give = matcher.group("give") == null ? null : Numerals.read(matcher.group("give"));
        BigDecimal high = matcher.group("high") == null ? null : Numerals.read(matcher.group("high"));
        String unit = unit();
        if (give != null
                && "%".equals(matcher.group("giveUnit"))
                && matcher.group("unit") != null
                && !matcher.group("unit").equals("%")) {
            BigDecimal share = low.multiply(give).movePointLeft(2);
            return made(low.subtract(share), low.add(share), matcher.group("unit"));
        }
        if (give != null) {
            return made(low.subtract(give), low.add(give), unit);
        }
        String lowUnit = matcher.group("unit");
        if (high != null
                && lowUnit != null
                && unit != null
                && !lowUnit.equals(unit)
                && Units.compatible(lowUnit, unit)) {
            low = Units.convert(low, lowUnit, unit);
        }
        return made(low, high, unit);
    }

    private Measure made(BigDecimal low, @Nullable BigDecimal high, @Nullable String unit) {
        return new Measure(
                new Span(matcher.start(), matcher.end()),
                Comparison.of(matcher),
                low,
                high,
                unit,
                matcher.group("either") != null);
    }

    private BigDecimal number(String group) {
        BigDecimal number = Numerals.read(matcher.group(group).replaceFirst("^百分之", ""));
        return matcher.group("wan") == null ? number : number.multiply(TEN_THOUSAND);
    }

    private @Nullable String unit() {
        if (matcher.group("low").startsWith("百分之")) {
            return "%";
        }
        for (String group : new String[] {"giveUnit", "highUnit", "unit"}) {
            if (matcher.group(group) != null) {
                return matcher.group(group).replace("Nm", "m").replaceFirst("^方", "立方");
            }
        }
        return unknown();
    }

    private @Nullable String unknown() {
        int end = matcher.end();
        int stop = end;
        while (stop < text.length() && stop - end < 5 && CategoryWords.isLatin(text.charAt(stop))) {
            stop++;
        }
        return stop > end && isUnknownUnit(end) ? text.substring(end, stop) : null;
    }
}
