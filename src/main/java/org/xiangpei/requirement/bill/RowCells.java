package org.xiangpei.requirement.bill;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The cells of a row that say something, by what their columns hold.
 *
 * @param row as it stands
 */
record RowCells(List<BillColumn> columns, List<String> row, Map<ColumnRole, List<Cell>> byRole) {

    private static final Pattern NOTHING = Pattern.compile("[/\\\\\\-—–－~]{1,3}|无|N/?A|n/?a|略");
    private static final int LONGEST_MODEL = 200;
    private static final int LONGEST_WORDS = 2000;

    /** A cell that is not empty. */
    record Cell(int column, String text) {}

    static RowCells of(List<BillColumn> columns, List<String> row) {
        Map<ColumnRole, List<Cell>> cells = new EnumMap<>(ColumnRole.class);
        for (int i = 0; i < row.size(); i++) {
            String text = row.get(i).strip();
            ColumnRole role = i < columns.size() ? columns.get(i).role() : ColumnRole.IGNORED;
            if (!text.isEmpty() && !NOTHING.matcher(text).matches()) {
                cells.computeIfAbsent(role, key -> new ArrayList<>()).add(new Cell(i, text));
            }
        }
        return new RowCells(columns, row, cells);
    }

    boolean has(ColumnRole role) {
        return byRole.containsKey(role);
    }

    List<Cell> all(ColumnRole role) {
        return byRole.getOrDefault(role, List.of());
    }

    Optional<Cell> first(ColumnRole role) {
        return all(role).stream().findFirst();
    }

    /** What the thing is called: its name, else its model, else its kind. */
    Optional<Cell> name() {
        return Stream.of(ColumnRole.NAME, ColumnRole.MODEL, ColumnRole.KIND)
                .flatMap(role -> all(role).stream())
                .findFirst();
    }

    List<String> texts(ColumnRole role) {
        return all(role).stream().map(cell -> oneLine(cell.text())).toList();
    }

    @Nullable
    String model(Cell name) {
        String model = all(ColumnRole.MODEL).stream()
                .filter(cell -> cell.column() != name.column())
                .map(cell -> oneLine(cell.text()))
                .collect(Collectors.joining(" "));
        return model.isEmpty() ? null : model.substring(0, Math.min(model.length(), LONGEST_MODEL));
    }

    BillColumn column(Cell cell) {
        return columns.get(cell.column());
    }

    /** What people call the column of a cell. */
    String called(Cell cell) {
        return column(cell).called(cell.column());
    }

    /** The whole row in one line. */
    String joined() {
        String words = row.stream()
                .filter(cell -> !cell.isBlank())
                .map(RowCells::oneLine)
                .collect(Collectors.joining(" | "));
        return words.substring(0, Math.min(words.length(), LONGEST_WORDS));
    }

    static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
