package org.xiangpei.search.lucene;

import java.util.ArrayList;
import java.util.List;

/**
 * A smallest piece of folded text: one Chinese character, a run of other letters, or a run of digits. All else separates.
 *
 * <p>So {@code yjv22-8.7/15kv-3×240}, {@code yjv22 8.7/15kv 3x240} and {@code YJV 22_8.7/15KV-3*240} have the same parts, and a model
 * number is found with other dashes, spaces or case.
 */
record Part(int start, int end, Kind kind) {

    enum Kind {
        HAN,
        LETTERS,
        DIGITS,
        SEPARATOR
    }

    static List<Part> of(CharSequence folded) {
        var parts = new ArrayList<Part>();
        int start = 0;
        while (start < folded.length()) {
            Kind kind = kindAt(folded, start);
            int end = endOf(folded, start, kind);
            if (kind != Kind.SEPARATOR && !isTimes(folded, start, end)) {
                parts.add(new Part(start, end, kind));
            }
            start = end;
        }
        return parts;
    }

    /** Whether nothing but Chinese characters and separators stands in a text. */
    static boolean allHan(CharSequence folded) {
        return of(folded).stream().allMatch(Part::han);
    }

    boolean han() {
        return kind == Kind.HAN;
    }

    String in(CharSequence folded) {
        return folded.subSequence(start, end).toString();
    }

    /** Nothing stands between. */
    boolean touches(Part next) {
        return end == next.start;
    }

    private static int endOf(CharSequence folded, int start, Kind kind) {
        int end = start + Character.charCount(Character.codePointAt(folded, start));
        while (kind != Kind.HAN && end < folded.length() && kindAt(folded, end) == kind) {
            end += Character.charCount(Character.codePointAt(folded, end));
        }
        return end;
    }

    /** The letter x between digits is a times sign: 3x240. */
    private static boolean isTimes(CharSequence folded, int start, int end) {
        return end - start == 1
                && folded.charAt(start) == 'x'
                && start > 0
                && end < folded.length()
                && kindAt(folded, start - 1) == Kind.DIGITS
                && kindAt(folded, end) == Kind.DIGITS;
    }

    private static Kind kindAt(CharSequence folded, int index) {
        int character = Character.codePointAt(folded, index);
        if (Character.isIdeographic(character)) {
            return Kind.HAN;
        }
        if (Character.isDigit(character)) {
            return Kind.DIGITS;
        }
        return Character.isLetter(character) ? Kind.LETTERS : Kind.SEPARATOR;
    }
}
