package org.xiangpei.catalog.load;

import java.util.List;
import java.util.Map;

/**
 * What an import does to one row.
 *
 * @param table the table as files name it
 * @param name what the row is known by: {@code P001 / pit_depth}
 * @param file where it stands, as errors name it
 * @param row as the person's editor numbers it
 * @param before its cells by column without the empty ones; none of a row that is new
 * @param after its cells once it is imported
 */
public record RowChange(
        String table, String name, String file, int row, Map<String, String> before, Map<String, String> after) {

    public boolean isNew() {
        return before.isEmpty();
    }

    /** The columns in which the row is not what it was, in the order of the file. */
    public List<String> changedColumns() {
        return CatalogColumns.of(table).stream()
                .filter(column -> !cell(before, column).equals(cell(after, column)))
                .toList();
    }

    private static String cell(Map<String, String> cells, String column) {
        return cells.getOrDefault(column, "");
    }
}
