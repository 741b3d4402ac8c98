package org.xiangpei.shared.tabular;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Cells of a sheet that are shown as one; only the first of them has a value.
 *
 * @param firstRow as the editor numbers it, from 1
 * @param firstColumn from 0
 * @param lastRow inclusive
 * @param lastColumn inclusive
 */
public record MergedCells(int firstRow, int firstColumn, int lastRow, int lastColumn) {

    private static final Pattern REFERENCE = Pattern.compile("([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})");
    private static final int LETTERS = 26;

    /** {@code B2:D3}; null for what is no reference of cells. */
    static @Nullable MergedCells of(String reference) {
        Matcher found = REFERENCE.matcher(reference);
        return found.matches()
                ? new MergedCells(
                        Integer.parseInt(found.group(2)),
                        column(found.group(1)),
                        Integer.parseInt(found.group(4)),
                        column(found.group(3)))
                : null;
    }

    private static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * LETTERS + letters.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }
}
