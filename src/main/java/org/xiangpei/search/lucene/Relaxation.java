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

    /** The share of the words that a product should have; of a whole sentence less, because most of it only describes. */
    private static final double SHARE = 0.6;

    private static final double SHARE_OF_A_SENTENCE = 0.3;
    private static final int SENTENCE = 5;

    private final TextQuery texts;
    private final Meant.Finder finder;

    Relaxation(TextQuery texts, Meant.Finder finder) {
        this.texts = texts;
        this.finder = finder;
    }

    Query of(Question question) throws IOException {
        List<Query> known = new ArrayList<>();
        for (Word word : question.things()) {
            addKnown(word, known);
        }
        double share = known.size() < SENTENCE ? SHARE : SHARE_OF_A_SENTENCE;
        for (int atLeast = (int) Math.ceil(share * known.size()); atLeast > 0; atLeast--) {
            Query query = texts.some(question, known, atLeast);
            if (finder.finds(query)) {
                return query;
            }
        }
        return MatchNoDocsQuery.INSTANCE;
    }

    private void addKnown(Word word, List<Query> known) throws IOException {
        Query query = texts.word(word);
        if (finder.finds(query)) {
            if (!word.weak()) {
                known.add(query);
            }
            return;
        }
        for (Word inner : word.pieces()) {
            addKnown(inner, known);
        }
    }
}
