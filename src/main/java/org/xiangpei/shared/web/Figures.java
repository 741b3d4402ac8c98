package org.xiangpei.shared.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** How numbers, money and dates stand on pages: thousands separators, 万元 and 亿元, ISO dates, 未载明 for what is missing. */
public final class Figures {

    /** What a page says where the catalogue says nothing. */
    public static final String MISSING = "未载明";

    private static final BigDecimal TEN_THOUSAND = new BigDecimal("10000");
    private static final BigDecimal HUNDRED_MILLION = new BigDecimal("100000000");

    private Figures() {}

    /** Digits grouped by thousands, up to six decimals, no trailing zeros: {@code 12,500.5}. */
    public static String number(BigDecimal value) {
        return format("#,##0.######", value);
    }

    public static String number(long value) {
        return number(BigDecimal.valueOf(value));
    }

    /**
     * A range as a reader sees it: {@code 8.7–15 kV}, {@code 100 mm}, {@code ≥ 345 MPa}, or 未载明.
     *
     * @param suffix the unit with the space before it, or empty
     */
    public static String range(@Nullable BigDecimal low, @Nullable BigDecimal high, String suffix) {
        if (low != null && high != null) {
            return (low.compareTo(high) == 0 ? number(low) : number(low) + "–" + number(high)) + suffix;
        }
        if (low != null) {
            return "≥ " + number(low) + suffix;
        }
        return high == null ? MISSING : "≤ " + number(high) + suffix;
    }

    public static String date(@Nullable LocalDate date) {
        return date == null ? MISSING : date.toString();
    }

    /** An amount in CNY, in the unit in which officers read it: {@code 3.25 亿元}, {@code 1,280.50 万元}, {@code 860 元}. */
    public static String money(BigDecimal yuan) {
        BigDecimal size = yuan.abs();
        if (size.compareTo(HUNDRED_MILLION) >= 0) {
            return format("#,##0.00", yuan.divide(HUNDRED_MILLION)) + " 亿元";
        }
        if (size.compareTo(TEN_THOUSAND) >= 0) {
            return format("#,##0.00", yuan.divide(TEN_THOUSAND)) + " 万元";
        }
        return format("#,##0.##", yuan) + " 元";
    }

    /** An amount in CNY as a number of 万元, where the unit is said once for many: {@code 1,280.5}. */
    public static String tenThousands(BigDecimal yuan, int decimals) {
        return number(yuan.movePointLeft(4).setScale(decimals, RoundingMode.HALF_UP));
    }

    /** A share between 0 and 1 as {@code 43.2%}. */
    public static String percent(BigDecimal share) {
        return format("0.0", share.movePointRight(2)) + "%";
    }

    private static String format(String pattern, BigDecimal value) {
        var format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }
}
