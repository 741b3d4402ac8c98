package org.xiangpei.search.lucene;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import org.xiangpei.search.SearchResult.Span;

/** A text that was folded, with the way back to what was typed. */
final class FoldedText {

    private final String raw;
    private final String text;

    private volatile int @Nullable [] origins;

    private FoldedText(String raw, String text) {
        this.raw = raw;
        this.text = text;
    }

    static FoldedText of(String raw) {
        return new FoldedText(raw, Folding.fold(raw));
    }

    /** Where what each folded character came from begins, and the end; only found when a place in the text is asked for. */
    private int[] origins() {
        int[] known = origins;
        if (known == null) {
            known = origins(raw, text);
            origins = known;
        }
        return known;
    }

    private static int[] origins(String raw, String text) {
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
        return origins;
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
        int[] origins = origins();
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
