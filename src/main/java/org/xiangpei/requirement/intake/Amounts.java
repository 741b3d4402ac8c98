package org.xiangpei.requirement.intake;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.units.Units;

import static java.util.Map.entry;

/** Finds how much of something is wanted: 2部, 四台, 1.2 万吨, 6台×2, 1200米. */
final class Amounts {

    /** What makes another word of a word that counts: 2部 counts, 2部分 does not. */
    private static final Map<String, String> OTHER_WORDS = Map.ofEntries(
            entry("项", "目"),
            entry("部", "[分件门位]"),
            entry("面", "[积板向]"),
            entry("条", "[件款]"),
            entry("节", "能"),
            entry("组", "[合件成]"),
            entry("批", "[次准]"),
            entry("架", "构"),
            entry("座", "[落谈位]"),
            entry("对", "[比应]"),
            entry("根", "据"),
            entry("支", "[持付架路]"),
            entry("箱", "[变式体]"),
            entry("把", "[手关]"),
            entry("台", "班"),
            entry("片", "区"));

    private static final String COUNTS = Units.counts().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(word -> OTHER_WORDS.containsKey(word) ? word + "(?!" + OTHER_WORDS.get(word) + ")" : word)
            .collect(Collectors.joining("|"));
    private static final String MEASURES =
            "吨|公斤|千克|千米|公里|平方米|平米|平方(?!毫米|厘米|千米|公里)|立方米|立方|延米|米|㎡|m²|m2|m³|m3|km|kg|t|m|升";

    private static final Pattern AMOUNT = Pattern.compile(
            "(?<![\\d.×*/A-Za-z-]|[≥≤><~±])(?:(?<digits>" + Numerals.DIGITS + ")|(?<![第每任单同某下统唯之]|(?<![要想需再])上)(?<han>"
                    + Numerals.HAN + "))\\s{0,2}(?<wan>万)?\\s?(?:\\((?<inside>" + COUNTS
                    + ")\\)|(?<english>(?i:pcs?|pieces?|sets?|units?|nos)(?![A-Za-z]))|(?<count>" + COUNTS
                    + ")(?!月|工作|日|小时|标|包|方面|阶段|层面|以上的|项目|业绩|环节|单位|分钟|月内)|(?<measure>"
                    + MEASURES
                    + ")(?![A-Za-z0-9²³/·高宽长深厚]|以上|以下|以内|处))(?:\\s?[×xX*]\\s?(?<times>\\d{1,4})(?![\\d.]*[a-zA-Z]))?");

    private static final Set<String> LOOSE =
            Set.of("个", "项", "次", "条", "面", "部", "对", "把", "节", "批", "片", "组", "张", "块", "双", "根", "支", "列", "颗", "粒");

    /** Who says 二十个 counts; who says 一个 need not. */
    private static final BigDecimal MOST_LOOSE = BigDecimal.valueOf(3);

    /**
     * @param loose written in a way that is also everyday language (一个, 一项)
     * @param measured in metres or tonnes, which may also be a property of the goods
     */
    record Amount(Span span, BigDecimal number, String unit, boolean loose, boolean measured) {}

    private Amounts() {}

    /** Whether things are counted or measured out in this. */
    static boolean isUnit(String word) {
        return Units.counts().contains(word) || Pattern.matches(MEASURES, word);
    }

    static Stream<Amount> in(String text, int from, int to) {
        return AMOUNT.matcher(text)
                .region(from, to)
                .useTransparentBounds(true)
                .results()
                .flatMap(found -> amount(text, found.start()).stream());
    }

    /** The amount that begins exactly here. */
    static Optional<Amount> at(String text, int from, int to) {
        return amount(text, from).filter(amount -> amount.span().end() <= to);
    }

    private static @Nullable String count(Matcher found) {
        String english = found.group("english");
        if (english != null) {
            return switch (Character.toLowerCase(english.charAt(0))) {
                case 's' -> "套";
                case 'u' -> "台";
                default -> "件";
            };
        }
        String inside = found.group("inside");
        return inside == null ? found.group("count") : inside;
    }

    private static Optional<Amount> amount(String text, int from) {
        Matcher found = AMOUNT.matcher(text).region(from, text.length()).useTransparentBounds(true);
        if (!found.lookingAt()) {
            return Optional.empty();
        }
        String digits = found.group("digits");
        BigDecimal number = Numerals.read(digits == null ? found.group("han") : digits);
        if (found.group("wan") != null) {
            number = number.multiply(BigDecimal.valueOf(10_000));
        }
        if (found.group("times") != null) {
            number = number.multiply(new BigDecimal(found.group("times")));
        }
        String count = count(found);
        return number.signum() == 0
                ? Optional.empty()
                : Optional.of(new Amount(
                        new Span(found.start(), found.end()),
                        number,
                        count == null ? found.group("measure") : count,
                        digits == null && count != null && LOOSE.contains(count) && number.compareTo(MOST_LOOSE) <= 0,
                        count == null));
    }
}
