package org.xiangpei.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

import org.xiangpei.search.lucene.FusedRanking.Fused;

/**
 * What is looked for when no product has all the words: most of those that occur at all, a word that occurs nowhere being replaced by
 * what it is made of. Single characters say too little to be looked for alone.
 */
final class Relaxation {

    /** The share of the words that a product should have; of a whole sentence less, because most of it only describes. */
    private static final double SHARE = 0.6;

    private static final double SHARE_OF_A_SENTENCE = 0.3;
    private static final int SENTENCE = 5;

    private final ProductIndex index;

    Relaxation(ProductIndex index) {
        this.index = index;
    }

    Query of(Question question) throws IOException {
        List<Query> known = new ArrayList<>();
        for (Word word : question.things()) {
            addKnown(word, known);
        }
        double share = known.size() < SENTENCE ? SHARE : SHARE_OF_A_SENTENCE;
        for (int atLeast = (int) Math.ceil(share * known.size()); atLeast > 0; atLeast--) {
            Query query = index.texts().some(question, known, atLeast);
            if (index.finds(Fused.byWordsAlone(query))) {
                return query;
            }
        }
        return MatchNoDocsQuery.INSTANCE;
    }

    private void addKnown(Word word, List<Query> known) throws IOException {
        if (index.occurs(word)) {
            if (!word.weak()) {
                known.add(index.texts().word(word));
            }
            return;
        }
        for (Word inner : word.pieces()) {
            addKnown(inner, known);
        }
    }
}
