package org.xiangpei.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/**
 * What is looked for when no product has all the words: most of those that occur at all, a word that occurs nowhere being replaced by
 * what it is made of. Single characters say too little to be looked for alone.
 */
final class Relaxation {

    /** How many products have it. */
    interface Counter {
        int count(Query query) throws IOException;
    }

    /** The share of the words that a product should have. */
    private static final double SHARE = 0.6;

    private final TextQuery texts;
    private final Counter counter;

    Relaxation(TextQuery texts, Counter counter) {
        this.texts = texts;
        this.counter = counter;
    }

    Query of(String raw, List<Word> words) throws IOException {
        List<Word> known = new ArrayList<>();
        for (Word word : words) {
            addKnown(word, known);
        }
        for (int atLeast = (int) Math.ceil(SHARE * known.size()); atLeast > 0; atLeast--) {
            Query query = texts.some(raw, known, atLeast);
            if (counter.count(query) > 0) {
                return query;
            }
        }
        return MatchNoDocsQuery.INSTANCE;
    }

    private void addKnown(Word word, List<Word> known) throws IOException {
        if (counter.count(texts.word(word)) > 0) {
            if (!word.weak()) {
                known.add(word);
            }
            return;
        }
        for (Word inner : word.pieces()) {
            addKnown(inner, known);
        }
    }
}
