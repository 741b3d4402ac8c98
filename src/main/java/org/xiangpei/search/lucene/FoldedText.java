package org.xiangpei.search.lucene;

import java.util.Arrays;

import org.xiangpei.search.SearchResult.Span;

/** A text that was folded, with the way back to what was typed. */
final class FoldedText {

    private final String raw;
    private final String text;

    /** Where what each folded character came from begins, and the end. */
    private final int[] origins;

    private FoldedText(String raw, String text, int[] origins) {
        this.raw = raw;
        this.text = text;
        this.origins = origins;
    }

    static FoldedText of(String raw) {
        String text = Folding.fold(raw);
        int[] origins = new int[text.length() + 1];
        int at = 0;
        int end;
        for (int start = 0; start < raw.length(); start = end) {
            end = Folding.endOfPiece(raw, start);
            boolean unchanged = end - start == 1 && text.startsWith(raw.substring(start, end), at);
            int length = unchanged ? 1 : Folding.fold(raw.substring(start, end)).length();
            Arrays.fill(origins, at, at + length, start);
            at += length;
        }
        origins[at] = raw.length();
        return new FoldedText(raw, text, origins);
    }

    String raw() {
        return raw;
    }

    /** As folded. */
    String text() {
        return text;
    }

    /** Where a folded stretch stands in what was typed: a character that was folded to several belongs to it as a whole. */
    Span span(int start, int end) {
        int last = end;
        while (last > start && last < text.length() && origins[last] == origins[last - 1]) {
            last++;
        }
        return new Span(origins[start], origins[last]);
    }

    /** What was typed for a stretch. */
    String typed(int start, int end) {
        Span span = span(start, end);
        return raw.substring(span.start(), span.end());
    }

    /** What was typed, without a stretch. */
    String without(int start, int end) {
        Span span = span(start, end);
        return (raw.substring(0, span.start()).stripTrailing() + " "
                        + raw.substring(span.end()).stripLeading())
                .strip();
    }
}
