package org.xiangpei.requirement;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Reads single values that people give, and says what is wrong with those that cannot be read. */
final class Given {

    private static final int LONGEST_TEXT = 200;
    private static final int MOST_DIGITS = 30;

    private Given() {}

    /** A text that is really there. */
    static String text(String field, @Nullable String given) {
        if (given == null) {
            throw new Unreadable(field, "缺少 " + field);
        }
        if (given.length() > LONGEST_TEXT) {
            throw new Unreadable(field, "%s 过长，最多 %d 个字符".formatted(field, LONGEST_TEXT));
        }
        return given;
    }

    /** Blank is as good as missing; control characters and halves of characters are never meant. */
    static @Nullable String orNull(@Nullable String given) {
        if (given == null) {
            return null;
        }
        String clean = given.replaceAll("[\\p{Cc}\\p{Cs}&&[^\\n\\r\\t]]", "").strip();
        return clean.isEmpty() ? null : clean;
    }

    /** As {@link #orNull}, an empty text for what is missing. */
    static String orEmpty(@Nullable String given) {
        String clean = orNull(given);
        return clean == null ? "" : clean;
    }

    /** A decimal number; thousands may be set off by commas. */
    static BigDecimal number(String field, @Nullable String given) {
        String text = Normalizer.normalize(text(field, given), Normalizer.Form.NFKC);
        String digits = text.matches("[-+]?\\d{1,3}(,\\d{3})+(\\.\\d+)?") ? text.replace(",", "") : text;
        try {
            return withinReason(field, new BigDecimal(digits));
        } catch (NumberFormatException notANumber) {
            throw new Unreadable(field, "%s “%s”不是数字；单位请写在 unit 中".formatted(field, text));
        }
    }

    static BigDecimal notNegative(String field, @Nullable String given) {
        BigDecimal number = number(field, given);
        if (number.signum() < 0) {
            throw new Unreadable(field, "%s 不能为负数：%s".formatted(field, number.toPlainString()));
        }
        return number;
    }

    /** A day of the years that documents speak of. */
    static LocalDate date(String field, String given) {
        return Days.parse(given)
                .orElseThrow(() ->
                        new Unreadable(field, "%s “%s”不是日期，应写成 2026-11-22 这样".formatted(field, abbreviated(given))));
    }

    static void nothing(String field, @Nullable String given, String why) {
        if (given != null) {
            throw new Unreadable(field, why);
        }
    }

    static void nothing(String field, List<String> given, String why) {
        if (!given.isEmpty()) {
            throw new Unreadable(field, why);
        }
    }

    /** What was given, short enough to stand in a message. */
    static String abbreviated(String given) {
        return given.length() <= 40 ? given : given.substring(0, 40) + "…";
    }

    private static BigDecimal withinReason(String field, BigDecimal number) {
        boolean tooBig = number.precision() - (long) number.scale() > MOST_DIGITS || number.scale() > MOST_DIGITS;
        if (tooBig || number.precision() > MOST_DIGITS) {
            throw new Unreadable(field, "%s 的数值超出范围（最多 %d 位）".formatted(field, MOST_DIGITS));
        }
        return number;
    }
}
