package org.xiangpei.search.lucene;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.search.Reason;

/**
 * Reads in found products where a question's words stand. A word is looked for only when a product is read that needs it, so that a page
 * costs little.
 */
final class Highlights {

    private final TextQuery texts;
    private final List<Word> words;
    private final Collection<String> replaced;

    /** @param replaced words that occur nowhere, as they were typed: what they were taken for is looked for in their place */
    Highlights(TextQuery texts, List<Word> words, Collection<String> replaced) {
        this.texts = texts;
        this.words = words.stream()
                .filter(word -> replaced.stream().noneMatch(typed -> typed.contains(word.text())))
                .toList();
        this.replaced = replaced;
    }

    Marked of(ReadProduct product) {
        var marked = new Marked(product);
        for (Word word : words) {
            read(word, product, marked);
        }
        for (String typed : replaced) {
            Places places = Places.of(texts.meant(typed), product);
            marked.add(places.bySound() ? Reason.Kind.SOUND : Reason.Kind.SPELLING, typed, places);
        }
        return marked;
    }

    /** What stands in a name of a product in the place of a word that occurs nowhere, or null. */
    static @Nullable String meant(String typed, ReadProduct product, TextQuery texts) {
        Places places = Places.of(texts.meant(typed), product);
        return TextField.WITH_NAMES.stream()
                .filter(field -> !places.of(field).isEmpty())
                .map(field -> product.text(field, places.of(field).getFirst()))
                .findFirst()
                .orElse(null);
    }

    /** The word itself; where that is not in the heading its synonyms too; when none of them is there, what it is made of. */
    private void read(Word word, ReadProduct product, Marked marked) {
        Places own = places(word.text(), product);
        Places shown = own.without(TextField.CATEGORY_SYNONYMS);
        marked.add(Reason.Kind.WORD, word.text(), shown);
        if (shown.inHeading()) {
            return;
        }
        for (String alternative : word.alternatives()) {
            marked.add(Reason.Kind.SYNONYM, word.text(), places(alternative, product));
        }
        if (!marked.has(word.text())) {
            marked.addOtherName(word.text(), own);
        }
        if (!marked.has(word.text())) {
            for (Word piece : word.pieces()) {
                if (!piece.weak()) {
                    read(piece, product, marked);
                }
            }
        }
    }

    private Places places(String folded, ReadProduct product) {
        return Places.of(texts.marked(folded), product);
    }
}
