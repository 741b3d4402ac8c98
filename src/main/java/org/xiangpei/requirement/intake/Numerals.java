package org.xiangpei.requirement.intake;

import java.math.BigDecimal;
import java.util.stream.Collectors;

/** Numbers as people write them: 1,200.5 and 一千二百, 两, 十二. */
final class Numerals {

    /** Digits with thousands set off or not, and decimals. */
    static final String DIGITS = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,6})?|\\d{1,9}(?:\\.\\d{1,6})?";

    /** 一百一十千瓦 has 110 of kilowatts in it, and no thousands. */
    static final String HAN = "(?:[一二两三四五六七八九十百〇零壹贰叁肆伍陆柒捌玖拾佰仟]|千(?![瓦伏克米帕安牛卡焦乏赫升])){1,7}(?:点[一二三四五六七八九〇零]{1,3})?";

    /** As amounts are written that nobody shall change, and two ways to say 2 and 0. */
    private static final String FORMAL = "壹贰叁肆伍陆柒捌玖拾佰仟两〇";

    private static final String PLAIN = "一二三四五六七八九十百千二零";

    private static final String ONES = "零一二三四五六七八九";

    private Numerals() {}

    /** What matched {@link #DIGITS} or {@link #HAN}. */
    static BigDecimal read(String text) {
        char first = text.charAt(0);
        return (first >= '0' && first <= '9') || first == '-' || first == '+'
                ? new BigDecimal(text.replace(",", ""))
                : fraction(text);
    }

    /** 三十一点五 has its decimals digit by digit. */
    private static BigDecimal fraction(String text) {
        int point = text.indexOf('点');
        if (point < 0) {
            return BigDecimal.valueOf(han(text));
        }
        BigDecimal number = BigDecimal.valueOf(han(text.substring(0, point)));
        for (int at = point + 1; at < text.length(); at++) {
            int digit = ONES.indexOf(text.charAt(at) == '〇' ? '零' : text.charAt(at));
            number = number.add(BigDecimal.valueOf(digit, at - point));
        }
        return number;
    }

    private static String plain(char c) {
        int formal = FORMAL.indexOf(c);
        return String.valueOf(formal < 0 ? c : PLAIN.charAt(formal));
    }

    private static long han(String said) {
        String text = said.chars().mapToObj(c -> plain((char) c)).collect(Collectors.joining());
        long sum = 0;
        long digit = -1;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
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
