package org.xiangpei.search.lucene;

import java.io.IOException;
import java.io.Reader;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import org.apache.lucene.analysis.CharFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2CharFilter;

/**
 * Makes spellings alike that a reader takes for the same: full width and half width, capitals and small letters, compatibility forms
 * (NFKC with case folding), traditional and simplified characters. Offsets lead back to the text as it was written.
 */
final class Folding {

    private static final Normalizer2 NFKC = Normalizer2.getNFKCCasefoldInstance();
    private static final Transliterator SIMPLIFY = Transliterator.getInstance("Traditional-Simplified");

    /** Simplified forms of the basic plane, found when first asked for; 0 is not asked yet. */
    private static final char[] SIMPLIFIED = new char[Character.MAX_VALUE + 1];

    /** More steps than any chain of characters that are each the traditional form of the next. */
    private static final int LONGEST_CHAIN = 4;

    private Folding() {}

    static String fold(CharSequence text) {
        char[] folded = NFKC.normalize(text).toCharArray();
        simplify(folded, 0, folded.length);
        return new String(folded);
    }

    /** Where the shortest piece from here ends that is folded by itself: most often after one character. */
    static int endOfPiece(String text, int start) {
        int end = start + Character.charCount(text.codePointAt(start));
        while (end < text.length() && !NFKC.hasBoundaryBefore(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    static Reader fold(Reader text) {
        return new Simplifying(new ICUNormalizer2CharFilter(text));
    }

    private static void simplify(char[] text, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (Character.isIdeographic(text[i])) {
                text[i] = simplified(text[i]);
            }
        }
    }

    private static char simplified(char character) {
        char known = SIMPLIFIED[character];
        if (known != 0) {
            return known;
        }
        char simple = character;
        for (int step = 0; step < LONGEST_CHAIN; step++) {
            simple = simplerThan(simple);
        }
        // Two characters that stand for each other fold to the lower one; any other chain has come to its end.
        simple = (char) Math.min(simple, simplerThan(simple));
        SIMPLIFIED[character] = simple;
        return simple;
    }

    /** One step: a few characters are the traditional form of one that is itself the traditional form of another (薴, 苧, 苎). */
    private static char simplerThan(char character) {
        String found = SIMPLIFY.transliterate(String.valueOf(character));
        return found.length() == 1 ? found.charAt(0) : character;
    }

    /** Character by character, so that offsets stay as they are. */
    private static final class Simplifying extends CharFilter {

        Simplifying(Reader input) {
            super(input);
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int count = input.read(buffer, offset, length);
            if (count > 0) {
                simplify(buffer, offset, count);
            }
            return count;
        }

        @Override
        protected int correct(int offset) {
            return offset;
        }
    }
}
