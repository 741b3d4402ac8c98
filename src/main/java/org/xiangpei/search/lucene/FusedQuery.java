package org.xiangpei.search.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

import org.xiangpei.search.IndexedEntry;
import org.xiangpei.search.Suggestion;
import org.xiangpei.search.lucene.FusedRanking.Fused;

/** A query with some documents more, whose best documents have scores that were computed before; all others come after them. */
final class FusedQuery {

    private FusedQuery() {}

    static Query of(View view, Fused text) {
        return text.scores().isEmpty()
                ? text.words()
                : new FunctionScoreQuery(withAdded(view, text.words(), text.added()), new Scores(text.scores()));
    }

    private static Query withAdded(View view, Query words, Set<Integer> added) {
        if (added.isEmpty()) {
            return words;
        }
        List<BytesRef> keys = added.stream()
                .map(document -> new BytesRef(IndexedEntry.key(Suggestion.Kind.PRODUCT, view.code(document))))
                .toList();
        return new BooleanQuery.Builder()
                .add(words, Occur.SHOULD)
                .add(new ConstantScoreQuery(new TermInSetQuery(EntryDocument.KEY, keys)), Occur.SHOULD)
                .build();
    }

    /** A known score is above 1; the score of the words alone is squeezed below it, in the same order. */
    private static final class Scores extends DoubleValuesSource {

        private final Map<Integer, Double> known;

        Scores(Map<Integer, Double> known) {
            this.known = known;
        }

        @Override
        public DoubleValues getValues(LeafReaderContext leaf, DoubleValues scores) {
            return new DoubleValues() {
                private int document;

                @Override
                public double doubleValue() throws IOException {
                    Double fused = known.get(leaf.docBase + document);
                    double words = fused == null ? scores.doubleValue() : 0;
                    return fused == null ? words / (1 + words) : 1 + fused;
                }

                @Override
                public boolean advanceExact(int next) throws IOException {
                    document = next;
                    return scores.advanceExact(next);
                }
            };
        }

        @Override
        public boolean needsScores() {
            return true;
        }

        @Override
        public DoubleValuesSource rewrite(IndexSearcher searcher) {
            return this;
        }

        /** Documents of one view, scores of one question. */
        @Override
        public boolean isCacheable(LeafReaderContext leaf) {
            return false;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Scores scores && known.equals(scores.known);
        }

        @Override
        public int hashCode() {
            return known.hashCode();
        }

        @Override
        public String toString() {
            return "fused " + known;
        }
    }
}
