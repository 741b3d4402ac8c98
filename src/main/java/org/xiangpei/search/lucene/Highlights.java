package org.xiangpei.search.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

import org.xiangpei.search.Reason;

/**
 * Reads in found products where a question's words stand, asked of the queries themselves: what is marked, and named as the reason, is
 * what made it a hit. A word is looked for only when a product is read that needs it, so that a page costs little.
 */
final class Highlights {

    private static final Set<String> STORED =
            Arrays.stream(TextField.values()).map(TextField::code).collect(Collectors.toSet());

    private final IndexSearcher searcher;
    private final TextQuery texts;
    private final List<Word> words;
    private final Map<String, Query> replaced;
    private final Map<String, Weight> weights = new HashMap<>();

    /** @param replaced what was looked for in the place of words that occur nowhere, by the words as they were typed */
    Highlights(IndexSearcher searcher, TextQuery texts, List<Word> words, Map<String, Query> replaced) {
        this.searcher = searcher;
        this.texts = texts;
        this.words = words.stream()
                .filter(word -> replaced.keySet().stream().noneMatch(typed -> typed.contains(word.text())))
                .toList();
        this.replaced = replaced;
    }

    Marked of(int document) throws IOException {
        Document stored = stored(document);
        var marked = new Marked(stored);
        for (Word word : words) {
            read(word, document, stored, marked);
        }
        for (String typed : replaced.keySet()) {
            Places places = meant(typed, document, stored);
            marked.add(places.bySound() ? Reason.Kind.SOUND : Reason.Kind.SPELLING, typed, places);
        }
        return marked;
    }

    /** What stands in a name where a replaced word was found, or null. */
    @Nullable
    String first(String typed, int document) throws IOException {
        Document stored = stored(document);
        Places places = meant(typed, document, stored);
        return TextField.WITH_NAMES.stream()
                .filter(field -> !places.of(field).isEmpty())
                .map(field -> Places.text(field, places.of(field).getFirst(), stored))
                .findFirst()
                .orElse(null);
    }

    /** The word itself; where that is not in the heading its synonyms too; when none of them is there, what it is made of. */
    private void read(Word word, int document, Document stored, Marked marked) throws IOException {
        Places own = places(word.text(), document, stored);
        Places shown = own.without(TextField.CATEGORY_SYNONYMS);
        marked.add(Reason.Kind.WORD, word.text(), shown);
        if (shown.inHeading()) {
            return;
        }
        for (String alternative : word.alternatives()) {
            marked.add(Reason.Kind.SYNONYM, word.text(), places(alternative, document, stored));
        }
        if (!marked.has(word.text())) {
            marked.addOtherName(word.text(), own);
        }
        if (!marked.has(word.text())) {
            for (Word piece : word.pieces()) {
                if (!piece.weak()) {
                    read(piece, document, stored, marked);
                }
            }
        }
    }

    private Places places(String folded, int document, Document stored) throws IOException {
        return places(folded, texts.marked(folded), document, stored);
    }

    private Places meant(String typed, int document, Document stored) throws IOException {
        Query near = replaced.get(typed);
        return near == null ? Places.NONE : places("~" + typed, near, document, stored);
    }

    private Places places(String key, Query query, int document, Document stored) throws IOException {
        if (!TextQuery.canMatch(query)) {
            return Places.NONE;
        }
        Weight weight = weights.get(key);
        if (weight == null) {
            weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
            weights.put(key, weight);
        }
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        return Places.of(weight.matches(leaf, document - leaf.docBase), key, stored);
    }

    private Document stored(int document) throws IOException {
        return searcher.storedFields().document(document, STORED);
    }
}
