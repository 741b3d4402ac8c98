package org.xiangpei.shared.tabular;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/** What a cell of a workbook says, as the text that the same cell would have in a CSV file. */
final class SheetCells {

    /** A spreadsheet shows 15 digits; what its binary number has beyond them is noise (8.699999999999999 for 8.7). */
    private static final MathContext SHOWN_DIGITS = new MathContext(15);

    /** Built-in date formats, those of the Chinese locale among them (ECMA-376 part 1, 18.8.30). */
    private static final Set<Integer> DATES =
            Set.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58);

    private static final Set<Integer> PERCENTS = Set.of(9, 10);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);

    private final LocalDate dayZero;

    SheetCells(boolean date1904) {
        dayZero = date1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
    }

    /** @throws BadCell for an error value and for a formula without a stored result */
    String text(Cell cell) {
        return switch (cell.getValue()) {
            case null -> withoutValue(cell);
            case BigDecimal number -> number(cell, number);
            case Boolean flag -> flag.toString();
            case Object other -> words(cell, other.toString());
        };
    }

    private static String withoutValue(Cell cell) {
        if (cell.getType() == CellType.FORMULA && cell.getFormula() != null) {
            throw new BadCell("公式没有保存结果，请在表格软件中重新计算并保存，或粘贴为数值");
        }
        return "";
    }

    private static String words(Cell cell, String text) {
        if (cell.getType() == CellType.ERROR || (cell.getType() == CellType.FORMULA && text.matches("#[A-Z/0!?]+"))) {
            throw new BadCell("单元格的值是错误 " + text + "，请改正公式或填写数值");
        }
        return text;
    }

    private String number(Cell cell, BigDecimal number) {
        if (date(cell) && number.signum() > 0 && number.compareTo(LAST_DAY) <= 0) {
            return dayZero.plusDays(number.longValue()).toString();
        }
        BigDecimal shown = number.round(SHOWN_DIGITS).stripTrailingZeros();
        if (shown.precision() - shown.scale() > SHOWN_DIGITS.getPrecision() * 2L
                || shown.scale() > SHOWN_DIGITS.getPrecision() * 2) {
            return shown.toString();
        }
        return percent(cell) ? shown.movePointRight(2).toPlainString() + "%" : shown.toPlainString();
    }

    private static boolean date(Cell cell) {
        Integer id = cell.getDataFormatId();
        String format = cell.getDataFormatString();
        return (id != null && DATES.contains(id))
                || (format != null && plain(format).matches(".*[yd年月日].*"));
    }

    private static boolean percent(Cell cell) {
        Integer id = cell.getDataFormatId();
        String format = cell.getDataFormatString();
        return (id != null && PERCENTS.contains(id))
                || (format != null && plain(format).contains("%"));
    }

    /** A format without its literal texts, colours and currencies, which may hold any letter. */
    private static String plain(String format) {
        return format.toLowerCase(Locale.ROOT)
                .replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "")
                .replace("general", "");
    }
}
