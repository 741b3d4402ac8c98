package org.xiangpei.search.lucene;

import java.util.List;
import java.util.stream.Stream;

/**
 * What was asked, read.
 *
 * @param raw as it was typed
 * @param things words that a product must have
 * @param rest words that say which products come first: a city, a quantity
 */
record Question(String raw, List<Word> things, List<Word> rest) {

    /** A few characters: no sentence of which a part may be missing. */
    private static final int SHORT = 4;

    boolean isShort() {
        return things.stream().mapToInt(word -> word.text().length()).sum() <= SHORT;
    }

    /** The words that are marked in a product and named as reasons; its city stands beside each anyway. */
    List<Word> toldWords() {
        return Stream.concat(things.stream(), rest.stream().filter(word -> word.role() == Word.Role.QUANTITY))
                .toList();
    }

    static Question of(String raw, Lexicon lexicon) {
        List<Word> words = QueryWords.of(raw, lexicon);
        List<Word> things =
                words.stream().filter(word -> word.role() == Word.Role.THING).toList();
        return things.isEmpty()
                ? new Question(raw, words, List.of())
                : new Question(
                        raw,
                        things,
                        words.stream()
                                .filter(word -> word.role() != Word.Role.THING)
                                .toList());
    }
}
