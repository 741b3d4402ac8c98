package org.xiangpei.shared.tabular;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Keeps what others wrote from being run when a CSV file of ours is opened in a spreadsheet. */
public final class FormulaGuard {

    /** A text that would be run, or that was guarded before. */
    private static final Pattern GUARDED = Pattern.compile("'*[=+\\-@\\t\\r\\n].*", Pattern.DOTALL);

    private FormulaGuard() {}

    /** The same as {@link #harmless}, in a way that {@link #original} can undo, whatever the text is. */
    public static String guarded(String text) {
        return GUARDED.matcher(text).matches() ? "'" + text : text;
    }

    /** What was guarded; a text that was not is as it is. */
    public static String original(String guarded) {
        return guarded.startsWith("'") && GUARDED.matcher(guarded).matches() ? guarded.substring(1) : guarded;
    }

    /** A cell that a spreadsheet would run as a formula gets an apostrophe before it; null is an empty cell. */
    public static String harmless(@Nullable String cell) {
        if (cell == null || cell.isEmpty()) {
            return "";
        }
        return "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
