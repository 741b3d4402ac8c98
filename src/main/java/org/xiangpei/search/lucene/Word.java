package org.xiangpei.search.lucene;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A word of a query.
 *
 * @param text folded
 * @param alternatives synonyms, folded
 * @param inner what a longer word is made of: a product that has all of these has the word as well, only less closely
 * @param role what it says of the product that is looked for
 */
record Word(String text, Collection<String> alternatives, List<Word> inner, Role role) {

    enum Role {
        /** What is looked for: a product has it, or is not what was meant. */
        THING,
        /** Where it should be made: such products come first. */
        CITY,
        /** How much, how large: products whose text has it come first. */
        QUANTITY,
        /** Nothing, such as 厂家 or 多少钱. */
        NOISE
    }

    static Word of(String text) {
        return new Word(text, List.of(), List.of(), Role.THING);
    }

    static Word of(String text, Role role) {
        return new Word(text, List.of(), List.of(), role);
    }

    Word(String text, Collection<String> alternatives, List<Word> inner) {
        this(text, alternatives, inner, Role.THING);
    }

    /** Says too little alone to be what somebody looked for when other words were not found: one character, one or two digits. */
    boolean weak() {
        List<Part> parts = Part.of(text);
        return parts.size() == 1
                && (parts.getFirst().kind() == Part.Kind.DIGITS ? text.length() < 3 : text.length() < 2);
    }

    /**
     * What to look for instead when the word occurs nowhere: its inner words, or what stands between the dashes of a model number, or
     * the pairs of characters of a word that the dictionary does not know.
     */
    List<Word> pieces() {
        if (inner.stream().anyMatch(word -> !word.weak())) {
            return inner;
        }
        List<Word> pieces = Arrays.stream(text.split("[^\\p{L}\\p{N}]+"))
                .filter(piece -> !piece.isEmpty())
                .map(Word::of)
                .toList();
        return pieces.size() > 1 ? pieces : pairs();
    }

    private List<Word> pairs() {
        return !Part.allHan(text) || text.length() < 3
                ? List.of()
                : IntStream.range(0, text.length() - 1)
                        .mapToObj(i -> Word.of(text.substring(i, i + 2)))
                        .toList();
    }
}
