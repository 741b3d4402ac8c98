package org.xiangpei.catalog.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.tabular.RowError;
import org.xiangpei.shared.web.PageLinks;

/**
 * One import: its preview, or what it did.
 *
 * @param notice what just happened or did not, null when nothing
 * @param faults the rows that stand against what was asked for
 * @param drifts the rows in which this preview differs from the one before
 * @param sections the rows of each table; of one table, all, when {@code table} names it
 * @param errors the first of them; {@code moreErrors} are not shown
 */
record ImportView(
        ImportRow head,
        List<Fact> facts,
        String digest,
        boolean preview,
        boolean applicable,
        boolean applied,
        @Nullable Notice notice,
        List<RowError> faults,
        List<DriftRow> drifts,
        List<TableRow> tables,
        List<String> ignored,
        String errorCount,
        List<RowError> errors,
        String moreErrors,
        @Nullable String table,
        List<Section> sections,
        @Nullable PageLinks links) {

    record Fact(String label, String text) {}

    /** @param tone {@code error} for what was refused, empty otherwise */
    record Notice(String tone, String title, String detail) {}

    /** @param href to its rows; null where it has none */
    record TableRow(
            String name,
            String label,
            String added,
            String changed,
            String unchanged,
            String wrong,
            @Nullable String href) {}

    /** @param more rows that are not shown here; empty for none */
    record Section(String name, String label, List<ChangedRow> rows, String more, String href) {}

    /** @param cells of a new row what it says; of a changed one what was and what is */
    record ChangedRow(boolean added, int line, String name, List<Cell> cells, String more) {}

    record Cell(String label, String before, String after) {}

    /** @param foreseen what the preview had said of the row, in words, and {@code now} what is so now */
    record DriftRow(String table, String name, String foreseen, String now) {}
}
