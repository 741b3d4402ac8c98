package org.xiangpei.shared.tabular;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** The columns that a table must and may have, in any order, each by its name or one of its aliases. */
public final class Columns {

    /**
     * @param required whether the header must have it (a cell under it may still be empty)
     * @param aliases other headings that are understood, such as the Chinese one
     */
    public record Column(String name, boolean required, List<String> aliases) {

        public static Column required(String name, String... aliases) {
            return new Column(name, true, List.of(aliases));
        }

        public static Column optional(String name, String... aliases) {
            return new Column(name, false, List.of(aliases));
        }

        private String described() {
            return aliases.isEmpty() ? name : name + "（" + aliases.getFirst() + "）";
        }
    }

    private final List<Column> columns;
    private final Map<String, Column> byHeading = new HashMap<>();

    private Columns(List<Column> columns) {
        this.columns = columns;
        for (Column column : columns) {
            byHeading.put(normal(column.name()), column);
            column.aliases().forEach(alias -> byHeading.put(normal(alias), column));
        }
    }

    public static Columns of(Column... columns) {
        return new Columns(List.of(columns));
    }

    /** Columns without aliases that the header must all have. */
    public static Columns required(String... names) {
        return new Columns(
                Arrays.stream(names).map(name -> Column.required(name)).toList());
    }

    /** Whether a header could be meant for this table: it has every required column. */
    public boolean fit(Sheet sheet) {
        List<Column> found = headings(sheet).stream()
                .map(heading -> byHeading.get(normal(heading)))
                .toList();
        return columns.stream().filter(Column::required).allMatch(found::contains);
    }

    /**
     * The rows of a sheet under these columns. A wrong header, a row of another length than the header and a forbidden character
     * are reported, and what they spoil is left out.
     */
    public List<Row> rows(Sheet sheet, RowErrors errors) {
        Map<String, Integer> index = index(sheet, errors);
        return index == null ? List.of() : rows(sheet, index, errors);
    }

    /**
     * The rows of a sheet of which is known what its columns hold, whatever their headings. Errors name a column as the file does.
     *
     * @param index positions of columns, from 0, by the names under which their cells are asked for
     */
    public static List<Row> rows(Sheet sheet, Map<String, Integer> index, RowErrors errors) {
        var rows = new ArrayList<Row>();
        for (Sheet.Line line : sheet.lines()) {
            if (wellFormed(sheet, line, errors)) {
                rows.add(new Row(sheet, line, index, errors));
            }
        }
        return rows;
    }

    private @Nullable Map<String, Integer> index(Sheet sheet, RowErrors errors) {
        int before = errors.total();
        var index = new HashMap<String, Integer>();
        List<String> headings = headings(sheet);
        for (int i = 0; i < headings.size(); i++) {
            place(sheet, headings.get(i), i, index, errors);
        }
        for (Column column : columns) {
            if (column.required() && !index.containsKey(column.name())) {
                headerError(sheet, column.name(), null, "缺少列 " + column.described() + "；" + expected(), errors);
            }
        }
        return errors.total() == before ? index : null;
    }

    private void place(Sheet sheet, String heading, int position, Map<String, Integer> index, RowErrors errors) {
        Column column = byHeading.get(normal(heading));
        if (heading.isEmpty()) {
            headerError(sheet, null, null, "第 " + (position + 1) + " 列没有列名；" + expected(), errors);
        } else if (column == null) {
            headerError(sheet, heading, heading, "不认识的列；" + expected(), errors);
        } else if (index.putIfAbsent(column.name(), position) != null) {
            headerError(sheet, heading, heading, "列 " + column.name() + " 出现了不止一次，请只保留一列", errors);
        }
    }

    private static void headerError(
            Sheet sheet, @Nullable String column, @Nullable String value, String reason, RowErrors errors) {
        errors.add(sheet.file(), sheet.header().number(), column, value, reason);
    }

    private String expected() {
        return "应有的列：" + columns.stream().map(Column::described).collect(Collectors.joining("、"));
    }

    private static boolean wellFormed(Sheet sheet, Sheet.Line line, RowErrors errors) {
        int width = headings(sheet).size();
        int cells = line.cells().size();
        if (cells != width) {
            String hint = cells > width ? "值中若含逗号，请用双引号括起" : "请补齐，空值也要保留逗号";
            errors.add(sheet.file(), line.number(), null, null, "本行有 " + cells + " 格，表头有 " + width + " 格；" + hint);
        }
        return cells == width && Characters.allowed(sheet, line, errors);
    }

    /** The header without the empty headings that spreadsheets append. */
    public static List<String> headings(Sheet sheet) {
        List<String> cells = sheet.header().cells();
        int size = cells.size();
        while (size > 0 && cells.get(size - 1).isEmpty()) {
            size--;
        }
        return cells.subList(0, size);
    }

    private static String normal(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKC)
                .replaceAll("[\\s*]+", "")
                .toLowerCase(Locale.ROOT);
    }
}
