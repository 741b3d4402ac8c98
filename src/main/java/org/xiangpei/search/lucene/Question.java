package org.xiangpei.search.lucene;

import java.util.List;

/**
 * What was asked, read.
 *
 * @param raw as it was typed
 * @param things words that a product must have
 * @param rest words that say which products come first: a city, a quantity
 */
record Question(String raw, List<Word> things, List<Word> rest) {

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
