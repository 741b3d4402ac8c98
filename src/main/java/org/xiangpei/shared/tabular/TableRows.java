package org.xiangpei.shared.tabular;

import java.util.List;

/** Takes the rows of a file one by one as they stand, whatever the layout of its tables: a file of any length needs little memory. */
public interface TableRows {

    /**
     * A table begins: a CSV file, or a sheet of a workbook.
     *
     * @param file how errors name it
     * @param name the table's name: the file name without its ending, or the sheet's name
     * @param hidden whether the sheet is hidden in the workbook
     * @param merged the cells that are merged, by their first row; none in a CSV
     */
    void table(String file, String name, boolean hidden, List<MergedCells> merged);

    /** A row that is not empty, with the number that the editor gives it. */
    void row(Sheet.Line line);
}
