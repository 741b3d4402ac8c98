package org.xiangpei.shared.tabular;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.xiangpei.shared.Coded;

/** What the text of a cell, or of a field, means under each type of column; {@link BadCell} says what would be right. Full-width digits and signs are read like the plain ones. */
public final class Cells {

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:\\d+|\\d{1,3}(?:,\\d{3})+)(?:\\.\\d+)?(?:[eE][+-]?\\d{1,2})?");
    private static final int INTEGER_DIGITS = 15;
    private static final int FRACTION_DIGITS = 12;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final Pattern DATE =
            Pattern.compile("(\\d{4})(?:-(\\d{1,2})-|/(\\d{1,2})/|\\.(\\d{1,2})\\.|年(\\d{1,2})月|(\\d{2}))(\\d{1,2})日?"
                    + "(?:[ T]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)?");

    private Cells() {}

    public static BigDecimal decimal(String cell) {
        String plain = plain(cell);
        if (!NUMBER.matcher(plain).matches()) {
            throw new BadCell("应为数字，例如 1234.5（不写单位）");
        }
        BigDecimal number = new BigDecimal(plain.replace(",", "")).stripTrailingZeros();
        if (number.precision() - number.scale() > INTEGER_DIGITS || number.scale() > FRACTION_DIGITS) {
            throw new BadCell("数字过长：整数最多 " + INTEGER_DIGITS + " 位，小数最多 " + FRACTION_DIGITS + " 位");
        }
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    public static BigDecimal money(String cell) {
        BigDecimal amount = decimal(cell);
        if (amount.scale() > 2 || amount.precision() - amount.scale() > 13) {
            throw new BadCell("金额最多两位小数、十三位整数，单位为元");
        }
        return amount.setScale(2);
    }

    static BigDecimal percent(String cell) {
        String plain = plain(cell);
        BigDecimal percent = decimal(plain.endsWith("%") ? plain.substring(0, plain.length() - 1) : plain);
        if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0 || percent.scale() > 2) {
            throw new BadCell("应为 0 到 100 之间的百分数，最多两位小数");
        }
        return percent;
    }

    public static Integer integer(String cell) {
        BigDecimal number = decimal(cell);
        try {
            return number.intValueExact();
        } catch (ArithmeticException e) {
            throw new BadCell("应为整数");
        }
    }

    public static LocalDate date(String cell) {
        Matcher date = DATE.matcher(plain(cell));
        if (!date.matches() || (date.group(6) != null && date.group(7).length() != 2)) {
            throw new BadCell("应为日期，写作 2026-01-31");
        }
        String month = Stream.of(2, 3, 4, 5, 6)
                .map(date::group)
                .filter(found -> found != null)
                .findFirst()
                .orElseThrow();
        try {
            return LocalDate.of(
                    Integer.parseInt(date.group(1)), Integer.parseInt(month), Integer.parseInt(date.group(7)));
        } catch (DateTimeException e) {
            throw new BadCell("没有这一天；日期写作 2026-01-31");
        }
    }

    static Boolean flag(String cell) {
        return switch (plain(cell).toLowerCase(Locale.ROOT)) {
            case "true", "是" -> true;
            case "false", "否" -> false;
            default -> throw new BadCell("应为 true 或 false");
        };
    }

    static <E extends Enum<E> & Coded> E code(String cell, Class<E> type) {
        String code = plain(cell).toLowerCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new BadCell("应为以下之一：" + codes(type)));
    }

    private static <E extends Enum<E> & Coded> String codes(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Coded::code).collect(Collectors.joining("、"));
    }

    static List<String> list(String cell) {
        List<String> values =
                Arrays.stream(cell.split("[|｜]", -1)).map(CellText::trimmed).toList();
        if (values.contains("")) {
            throw new BadCell("“|” 之间有空值，请删去多余的 “|”");
        }
        if (new HashSet<>(values).size() < values.size()) {
            throw new BadCell("同一个值写了不止一次");
        }
        return values;
    }

    static String region(String cell) {
        String code = plain(cell);
        if (!code.matches("[1-9]\\d{5}")) {
            throw new BadCell("应为六位行政区划代码（GB/T 2260），例如 430100");
        }
        return code;
    }

    private static String plain(String cell) {
        return Normalizer.normalize(cell, Normalizer.Form.NFKC);
    }
}
