package org.xiangpei.shared.tabular;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong in a sent file, said so that the person can mend it.
 *
 * @param file the file in the upload; for a workbook with the sheet, as in {@code catalog.xlsx[firms]}
 * @param row the row as the person's editor numbers it, the header being 1; 0 when it is the file as a whole
 * @param column the column as the file names it, null when it is the row as a whole
 * @param value what stands there, shortened when long, null when nothing does
 * @param reason what is wrong and what would be right, in Chinese
 */
public record RowError(
        String file,
        int row,
        @Nullable String column,
        @Nullable String value,
        String reason) {

    private static final int LONGEST_VALUE = 200;

    public RowError {
        if (value != null && value.length() > LONGEST_VALUE) {
            value = value.substring(0, LONGEST_VALUE) + "…";
        }
    }

    /** As a line of a list on a console: {@code firms.csv 第 3 行 founded_year 列 [1492]：应为…}. */
    @Override
    public String toString() {
        return file
                + (row == 0 ? "" : " 第 " + row + " 行")
                + (column == null ? "" : " " + column + " 列")
                + (value == null ? "" : " [" + value + "]")
                + "：" + reason;
    }
}
