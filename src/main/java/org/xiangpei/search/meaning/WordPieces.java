package org.xiangpei.search.meaning;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * Cuts a sentence into the pieces that a BERT model knows, as it was cut when the model was trained: each Chinese character and each
 * punctuation mark alone, other words as the longest known pieces from the left.
 */
final class WordPieces {

    private static final int UNKNOWN = 100;
    private static final int BEGIN = 101;
    private static final int END = 102;
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> vocabulary;

    private WordPieces(Map<String, Integer> vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Reads the vocabulary from a {@code tokenizer.json}. */
    static WordPieces read(InputStream json) throws IOException {
        var vocabulary = new HashMap<String, Integer>(1 << 15);
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.START_OBJECT && "vocab".equals(parser.currentName())) {
                    while (parser.nextToken() == JsonToken.FIELD_NAME) {
                        vocabulary.put(parser.currentName(), parser.nextIntValue(UNKNOWN));
                    }
                    return new WordPieces(vocabulary);
                }
            }
        }
        throw new IOException("The tokenizer has no vocabulary");
    }

    /** Numbers of the pieces between the marks of the beginning and the end; what comes after the first {@code most} is cut off. */
    long[] of(String sentence, int most) {
        var pieces = new ArrayList<Integer>();
        pieces.add(BEGIN);
        for (String word : words(sentence.toLowerCase(Locale.ROOT))) {
            addPieces(word, pieces);
        }
        List<Integer> kept = new ArrayList<>(pieces.subList(0, Math.min(pieces.size(), most - 1)));
        kept.add(END);
        return kept.stream().mapToLong(Integer::longValue).toArray();
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        text.codePoints().filter(c -> !isNothing(c)).forEach(c -> {
            boolean alone = isChinese(c) || isPunctuation(c);
            if (alone || isSpace(c)) {
                finish(word, words);
            }
            if (!isSpace(c)) {
                word.appendCodePoint(c);
            }
            if (alone) {
                finish(word, words);
            }
        });
        finish(word, words);
        return words;
    }

    private static void finish(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    /** A word that cannot be put together from known pieces is unknown as a whole. */
    private void addPieces(String word, List<Integer> pieces) {
        if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
            pieces.add(UNKNOWN);
            return;
        }
        var found = new ArrayList<Integer>();
        int from = 0;
        while (from < word.length()) {
            int end = word.length();
            Integer piece = null;
            while (end > from && piece == null) {
                piece = vocabulary.get((from == 0 ? "" : "##") + word.substring(from, end));
                end -= piece == null ? 1 : 0;
            }
            if (piece == null) {
                pieces.add(UNKNOWN);
                return;
            }
            found.add(piece);
            from = end;
        }
        pieces.addAll(found);
    }

    private static boolean isSpace(int c) {
        return c == '\t' || c == '\n' || c == '\r' || Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    private static boolean isNothing(int c) {
        int type = Character.getType(c);
        boolean control = type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED;
        return c == 0xFFFD || (control && !isSpace(c));
    }

    /** The blocks that the model was trained with; not all that is ideographic today. */
    private static boolean isChinese(int c) {
        return (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0x3400 && c <= 0x4DBF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0x20000 && c <= 0x2CEAF)
                || (c >= 0x2F800 && c <= 0x2FA1F);
    }

    private static boolean isPunctuation(int c) {
        if (c < 128) {
            return c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }
}
