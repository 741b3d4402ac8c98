package org.xiangpei.catalog.load;

import java.util.Map;
import java.util.Optional;

import org.xiangpei.catalog.load.FileColumns.FileColumn;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.tabular.Row;
import org.xiangpei.shared.tabular.RowErrors;

import static java.util.stream.Collectors.joining;

/** Takes the rows of one table back: the former cells are read as if they were sent, rows that were new are taken away. */
final class TableUndo<K, D extends Record> {

    private final CatalogTable<K, D, ?> table;
    private final RowErrors errors;

    TableUndo(CatalogTable<K, D, ?> table, RowErrors errors) {
        this.table = table;
        this.errors = errors;
    }

    /** Reports a row that is not as the import left it. */
    void take(RowChange change) {
        Row left = table.row(change, change.after(), errors);
        K key = table.key(left);
        D details = table.details(left);
        Optional<D> now = table.stored(key);
        if (now.isEmpty()) {
            left.error(table.keyColumn(), "这一行已不在目录中");
        } else if (!SameDetails.of(now.get(), details)) {
            left.error(table.keyColumn(), "导入之后这一行又改动过：" + differences(change.after(), key, now.get()));
        } else if (change.isNew()) {
            table.remove(key, left);
        } else {
            table.read(table.row(change, change.before(), errors));
        }
    }

    private String differences(Map<String, String> left, K key, D now) {
        Map<String, String> cells = table.columns().cells(key, now);
        return table.columns().list().stream()
                .map(FileColumn::name)
                .filter(column -> !left.getOrDefault(column, "").equals(cells.getOrDefault(column, "")))
                .map(column ->
                        Labels.of("column", table.name() + "." + column) + "现为“" + cells.getOrDefault(column, "") + "”")
                .collect(joining("、"));
    }
}
