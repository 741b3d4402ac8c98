package org.xiangpei.search.lucene;

import java.util.List;

import org.xiangpei.search.lucene.QueryWords.Placed;

/**
 * What was asked, read.
 *
 * @param typed as it was typed
 * @param placed all its words, in order
 * @param things words that a product must have
 * @param rest words that say which products come first: a city, a quantity
 */
record Question(FoldedText typed, List<Placed> placed, List<Word> things, List<Word> rest) {

    /** A few characters: no sentence of which a part may be missing. */
    private static final int SHORT = 4;

    static Question of(String raw, Lexicon lexicon) {
        FoldedText typed = FoldedText.of(QueryWords.cut(raw));
        List<Placed> placed = QueryWords.in(typed, lexicon);
        List<Word> words = placed.stream().map(Placed::word).toList();
        List<Word> things =
                words.stream().filter(word -> word.role() == Word.Role.THING).toList();
        return things.isEmpty()
                ? new Question(typed, placed, words, List.of())
                : new Question(
                        typed,
                        placed,
                        things,
                        words.stream()
                                .filter(word -> word.role() != Word.Role.THING)
                                .toList());
    }

    String raw() {
        return typed.raw();
    }

    boolean isShort() {
        return things.stream().mapToInt(word -> word.text().length()).sum() <= SHORT;
    }

    /** What is asked of properties, beside a thing that has them. */
    List<Quantity> quantities() {
        return placed.stream()
                .filter(it -> it.quantity() != null && rest.contains(it.word()))
                .<Quantity>map(Placed::quantity)
                .toList();
    }
}
