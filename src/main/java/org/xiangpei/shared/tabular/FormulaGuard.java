package org.xiangpei.shared.tabular;

import org.jspecify.annotations.Nullable;

/** Keeps what others wrote from being run when a CSV file of ours is opened in a spreadsheet. */
public final class FormulaGuard {

    private FormulaGuard() {}

    /** A cell that a spreadsheet would run as a formula gets an apostrophe before it; null is an empty cell. */
    public static String harmless(@Nullable String cell) {
        if (cell == null || cell.isEmpty()) {
            return "";
        }
        return "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
