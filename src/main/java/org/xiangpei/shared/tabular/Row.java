package org.xiangpei.shared.tabular;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.Coded;

/**
 * One row of a table, its cells asked for by column and type.
 *
 * <p>A cell that cannot be read is reported and answered with null, or where a value is required with a stand-in: a caller
 * reads the whole row, so that all its errors are reported, and throws it away when it has {@link #failed()}.
 */
public final class Row {

    private final Sheet sheet;
    private final Sheet.Line line;
    private final Map<String, Integer> index;
    private final RowErrors errors;
    private boolean failed;

    Row(Sheet sheet, Sheet.Line line, Map<String, Integer> index, RowErrors errors) {
        this.sheet = sheet;
        this.line = line;
        this.index = index;
        this.errors = errors;
    }

    /** How errors name the file. */
    public String file() {
        return sheet.file();
    }

    /** The row as the person's editor numbers it, the header being 1. */
    public int number() {
        return line.number();
    }

    /** The text of a cell, empty when the cell is or the table has no such column. */
    public String cell(String column) {
        Integer position = index.get(column);
        return position == null ? "" : line.cells().get(position);
    }

    public boolean empty(String column) {
        return cell(column).isEmpty();
    }

    /** Reports a cell; the row counts as failed from then on. */
    public void error(String column, String reason) {
        failed = true;
        String value = cell(column);
        errors.add(file(), number(), heading(column), value.isEmpty() ? null : value, reason);
    }

    /** Whether anything in this row was reported. */
    public boolean failed() {
        return failed;
    }

    public @Nullable String text(String column) {
        return read(column, Function.identity());
    }

    public String requireText(String column) {
        return require(column, text(column), "");
    }

    /** A number written plainly, with thousands separators, or with an exponent. */
    public @Nullable BigDecimal decimal(String column) {
        return read(column, Cells::decimal);
    }

    public BigDecimal requireDecimal(String column) {
        return require(column, decimal(column), BigDecimal.ZERO);
    }

    /** An amount of CNY, with at most two decimals. */
    public @Nullable BigDecimal money(String column) {
        return read(column, Cells::money);
    }

    public BigDecimal requireMoney(String column) {
        return require(column, money(column), BigDecimal.ZERO);
    }

    /** 0 to 100, the percent sign may be there. */
    public @Nullable BigDecimal percent(String column) {
        return read(column, Cells::percent);
    }

    public @Nullable Integer integer(String column) {
        return read(column, Cells::integer);
    }

    /** ISO (2026-01-31) and what spreadsheets write: 2026/1/31, 2026.1.31, 20260131, 2026年1月31日, a time of day being dropped. */
    public @Nullable LocalDate date(String column) {
        return read(column, Cells::date);
    }

    public LocalDate requireDate(String column) {
        return require(column, date(column), LocalDate.EPOCH);
    }

    public boolean requireFlag(String column) {
        return require(column, read(column, Cells::flag), false);
    }

    /** A constant by its code, in any case. */
    public <E extends Enum<E> & Coded> @Nullable E code(String column, Class<E> type) {
        return read(column, cell -> Cells.code(cell, type));
    }

    public <E extends Enum<E> & Coded> E requireCode(String column, Class<E> type) {
        return require(column, code(column, type), type.getEnumConstants()[0]);
    }

    /** Values parted by {@code |}; empty when the cell is. */
    public List<String> list(String column) {
        List<String> values = read(column, Cells::list);
        return values == null ? List.of() : values;
    }

    /** Six digits by GB/T 2260. */
    public @Nullable String region(String column) {
        return read(column, Cells::region);
    }

    public String requireRegion(String column) {
        return require(column, region(column), "");
    }

    /** Reads a cell by a rule of the caller; null when it is empty or the rule refuses it with a {@link BadCell}. */
    public <T> @Nullable T read(String column, Function<String, T> rule) {
        String cell = cell(column);
        if (cell.isEmpty()) {
            return null;
        }
        try {
            return rule.apply(cell);
        } catch (BadCell e) {
            error(column, e.reason());
            return null;
        }
    }

    /** Reports an empty cell that must have a value. */
    public <T> T require(String column, @Nullable T value, T standIn) {
        if (value != null) {
            return value;
        }
        if (empty(column)) {
            error(column, "必填，不能为空");
        }
        return standIn;
    }

    private String heading(String column) {
        Integer position = index.get(column);
        return position == null ? column : sheet.header().cells().get(position);
    }
}
