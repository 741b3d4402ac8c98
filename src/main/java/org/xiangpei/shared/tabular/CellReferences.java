package org.xiangpei.shared.tabular;

import java.nio.charset.StandardCharsets;

/**
 * Watches the bytes of a worksheet for a cell reference with more letters than a spreadsheet has columns (XFD). A reader that
 * believes such a reference fills the memory with empty cells up to that column.
 */
final class CellReferences {

    private static final byte[] START = " r=\"".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_LETTERS = 3;

    private final boolean worksheet;
    private int matched;
    private int letters;

    CellReferences(String name) {
        worksheet = name.startsWith("xl/worksheets/");
    }

    boolean beyondLimits(byte[] chunk, int length) {
        for (int i = 0; worksheet && i < length; i++) {
            if (matched == START.length && Character.isLetter(chunk[i])) {
                letters++;
            } else {
                letters = 0;
                matched = chunk[i] == START[matched % START.length] && matched < START.length
                        ? matched + 1
                        : first(chunk[i]);
            }
            if (letters > MOST_LETTERS) {
                return true;
            }
        }
        return false;
    }

    private static int first(byte character) {
        return character == START[0] ? 1 : 0;
    }
}
