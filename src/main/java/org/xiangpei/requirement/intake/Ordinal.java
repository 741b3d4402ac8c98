package org.xiangpei.requirement.intake;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The number that a paragraph begins with, and the way in which it is written: paragraphs numbered in one way stand beside one another, and
 * another way stands above or below.
 *
 * @param number null for a bullet, and where there is none
 */
record Ordinal(Style style, @Nullable String number) {

    enum Style {
        NONE,
        HAN,
        HAN_IN_BRACKETS,
        DIGITS,
        DIGITS_IN_BRACKETS,
        DIGITS_BEFORE_BRACKET,
        OF_LEVEL_TWO,
        OF_LEVEL_THREE,
        CIRCLED,
        BULLET
    }

    static final Ordinal NONE = new Ordinal(Style.NONE, null);

    private static final String HAN = "[一二三四五六七八九十]{1,3}";
    private static final Pattern ORDINAL =
            Pattern.compile("\\s*(?:第?(?<han>" + HAN + ")(?:[、.章节项]|部分)|\\((?<hanInside>" + HAN
                    + ")\\)|\\((?<inside>\\d{1,3})\\)|(?<before>\\d{1,3})\\)|(?<three>\\d{1,2}\\.\\d{1,2}\\.\\d{1,2})(?![\\d.])"
                    + "|(?<two>\\d{1,2}\\.\\d{1,2})(?:[、.]|\\s|(?=[\\u4e00-\\u9fff]))(?!\\d)|(?:[#№]\\s?)?(?<digits>\\d{1,3})(?:[、:#]|\\.(?!\\d)|\\s(?=[^\\d\\s]))"
                    + "|(?<circled>[①-⑳])|(?<bullet>[-*•·●◆■★▲]))");

    private static final Map<String, Style> GROUPS = Map.of(
            "han", Style.HAN,
            "hanInside", Style.HAN_IN_BRACKETS,
            "inside", Style.DIGITS_IN_BRACKETS,
            "before", Style.DIGITS_BEFORE_BRACKET,
            "three", Style.OF_LEVEL_THREE,
            "two", Style.OF_LEVEL_TWO,
            "digits", Style.DIGITS);

    static Ordinal of(String text, int from, int to) {
        Matcher found = ORDINAL.matcher(text).region(from, to).useTransparentBounds(true);
        if (!found.lookingAt()) {
            return NONE;
        }
        if (found.group("circled") != null) {
            return new Ordinal(
                    Style.CIRCLED, String.valueOf(found.group("circled").charAt(0) - '①' + 1));
        }
        if (found.group("bullet") != null) {
            return new Ordinal(Style.BULLET, null);
        }
        return GROUPS.entrySet().stream()
                .filter(it -> found.group(it.getKey()) != null)
                .map(it -> of(found.group(it.getKey()), it.getValue()))
                .findFirst()
                .orElse(NONE);
    }

    /** Whether there is a number or a bullet at all. */
    boolean isThere() {
        return style != Style.NONE;
    }

    /** Whether another is numbered in the same way. */
    boolean isBeside(Ordinal other) {
        return style != Style.NONE && style == other.style;
    }

    /** Whether this is numbered as what stands under the other: 1. under 一、. */
    boolean isBelow(Ordinal other) {
        return style != Style.NONE && other.style != Style.NONE && style.compareTo(other.style) > 0;
    }

    private static Ordinal of(String said, Style style) {
        boolean levels = style == Style.OF_LEVEL_TWO || style == Style.OF_LEVEL_THREE;
        return new Ordinal(style, levels ? said : Numerals.read(said).toPlainString());
    }
}
