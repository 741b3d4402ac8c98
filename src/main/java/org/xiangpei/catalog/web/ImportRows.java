package org.xiangpei.catalog.web;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.imports.Drift;
import org.xiangpei.catalog.load.RowChange;
import org.xiangpei.catalog.web.ImportView.Cell;
import org.xiangpei.catalog.web.ImportView.ChangedRow;
import org.xiangpei.catalog.web.ImportView.DriftRow;
import org.xiangpei.shared.Labels;

import static java.util.stream.Collectors.joining;

/** Rows of an import as a page shows them: what a new one says, what a changed one said and says. */
final class ImportRows {

    private static final int CELLS = 8;
    private static final int LONGEST = 120;

    private ImportRows() {}

    static ChangedRow changed(RowChange change) {
        List<Cell> cells = cells(change);
        List<Cell> shown = change.isNew() ? cells.stream().limit(CELLS).toList() : cells;
        return new ChangedRow(
                change.isNew(),
                change.row(),
                change.name(),
                shown,
                cells.size() > shown.size() ? Integer.toString(cells.size() - shown.size()) : "");
    }

    private static List<Cell> cells(RowChange change) {
        return change.changedColumns().stream()
                .map(column -> new Cell(
                        Labels.of("column", change.table() + "." + column),
                        text(change.before(), column),
                        text(change.after(), column)))
                .toList();
    }

    static DriftRow drift(Drift drift) {
        RowChange row = drift.any();
        return new DriftRow(Labels.of("table", row.table()), row.name(), words(drift.foreseen()), words(drift.now()));
    }

    private static String words(@Nullable RowChange change) {
        if (change == null) {
            return "不改动";
        }
        return (change.isNew() ? "新增：" : "改动：")
                + cells(change).stream()
                        .limit(CELLS)
                        .map(cell -> change.isNew()
                                ? cell.label() + " " + cell.after()
                                : cell.label() + " " + cell.before() + " → " + cell.after())
                        .collect(joining("；"));
    }

    private static String text(Map<String, String> cells, String column) {
        String text = cells.getOrDefault(column, "");
        if (text.isEmpty()) {
            return "（空）";
        }
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
