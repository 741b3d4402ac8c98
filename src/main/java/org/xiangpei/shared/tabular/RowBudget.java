package org.xiangpei.shared.tabular;

import org.xiangpei.shared.RuleViolation;

/** Counts the rows of one upload over all its tables, and keeps cells to their length. */
final class RowBudget {

    private final int maxRows;
    private final int maxCellLength;
    private int rows;

    RowBudget(FileLimits limits) {
        this(limits.maxRows(), limits.maxCellLength());
    }

    RowBudget(int maxRows, int maxCellLength) {
        this.maxRows = maxRows;
        this.maxCellLength = maxCellLength;
    }

    /** @throws RuleViolation {@code file-too-large} when there are more rows than may be */
    void take(String file) {
        rows++;
        if (rows > maxRows) {
            throw new RuleViolation("file-too-large", file + "：一次最多提交 " + maxRows + " 行，请分成几次提交。");
        }
    }

    /** The cell itself, or when it is too long a report and an empty cell. */
    String shortened(String file, int row, int column, String cell, RowErrors errors) {
        if (cell.length() <= maxCellLength) {
            return cell;
        }
        errors.add(
                file,
                row,
                "第 " + (column + 1) + " 列",
                cell,
                "内容过长（" + cell.length() + " 字），最多 " + maxCellLength + " 字");
        return "";
    }
}
