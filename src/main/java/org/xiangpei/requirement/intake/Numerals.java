package org.xiangpei.requirement.intake;

import java.math.BigDecimal;

/** Numbers as people write them: 1,200.5 and 一千二百, 两, 十二. */
final class Numerals {

    /** Digits with thousands set off or not, and decimals. */
    static final String DIGITS = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,6})?|\\d{1,9}(?:\\.\\d{1,6})?";

    static final String HAN = "[一二两三四五六七八九十百千〇零]{1,7}";

    private static final String ONES = "零一二三四五六七八九";

    private Numerals() {}

    /** What matched {@link #DIGITS} or {@link #HAN}. */
    static BigDecimal read(String text) {
        char first = text.charAt(0);
        return (first >= '0' && first <= '9') || first == '-' || first == '+'
                ? new BigDecimal(text.replace(",", ""))
                : BigDecimal.valueOf(han(text));
    }

    private static long han(String text) {
        long sum = 0;
        long digit = -1;
        for (char c : text.replace('两', '二').replace('〇', '零').toCharArray()) {
            long power = power(c);
            if (power == 0) {
                digit = digit > 0 && sum == 0 ? digit * 10 + ONES.indexOf(c) : ONES.indexOf(c);
            } else {
                sum += (digit < 0 ? 1 : digit) * power;
                digit = -1;
            }
        }
        return sum + Math.max(digit, 0);
    }

    private static long power(char c) {
        return switch (c) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1000;
            default -> 0;
        };
    }
}
