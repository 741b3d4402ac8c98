package org.xiangpei.shared.tabular;

/** The text of one cell without what cannot be seen at its ends. */
final class CellText {

    private CellText() {}

    static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && blank(text.charAt(start))) {
            start++;
        }
        while (end > start && blank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Spreadsheets and web pages leave no-break spaces (U+00A0) and byte order marks (U+FEFF) behind. */
    private static boolean blank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\u3000' || c == '\u00A0' || c == '\uFEFF';
    }
}
