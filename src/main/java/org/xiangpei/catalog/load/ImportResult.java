package org.xiangpei.catalog.load;

import java.util.List;

import org.xiangpei.shared.tabular.RowError;

/**
 * The outcome of a catalogue upload.
 *
 * @param tables one for each table that the upload has; with errors, only of the rows that are right
 * @param ignored files in the upload that are no tables of the catalogue
 * @param errors by file and row; {@code errorCount} also counts those beyond the list's limit
 * @param changes every row that is new or changed, table by table and in the order of the file
 */
public record ImportResult(
        List<TableCount> tables, List<String> ignored, List<RowError> errors, int errorCount, List<RowChange> changes) {

    public int added() {
        return tables.stream().mapToInt(TableCount::added).sum();
    }

    public int changed() {
        return tables.stream().mapToInt(TableCount::changed).sum();
    }
}
