package org.xiangpei.search.lucene;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Which products are listed on a day: every question asks for it. Found once in a state of the index and kept as a bit for each
 * document. Lucene's own memory of filters leaves out small segments, and locks and counts for every clause of every question.
 */
final class KeptFilter extends Query {

    private record Kept(FixedBitSet documents, int count) {}

    private final Query query;
    private final Map<Integer, Kept> byLeaf = new ConcurrentHashMap<>();

    /** For one searcher. */
    KeptFilter(Query query) {
        this.query = query;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
                Kept kept = byLeaf.get(leaf.ord);
                if (kept == null) {
                    kept = find(searcher, leaf);
                    byLeaf.put(leaf.ord, kept);
                }
                return kept.count() == 0
                        ? null
                        : ConstantScoreScorerSupplier.fromIterator(
                                new BitSetIterator(kept.documents(), kept.count()),
                                score(),
                                mode,
                                leaf.reader().maxDoc());
            }

            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                return false;
            }
        };
    }

    private Kept find(IndexSearcher searcher, LeafReaderContext leaf) throws IOException {
        var documents = new FixedBitSet(leaf.reader().maxDoc());
        Scorer found = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1)
                .scorer(leaf);
        if (found != null) {
            DocIdSetIterator all = found.iterator();
            for (int document = all.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = all.nextDoc()) {
                documents.set(document);
            }
        }
        return new Kept(documents, documents.cardinality());
    }

    @Override
    public void visit(QueryVisitor visitor) {
        query.visit(visitor);
    }

    @Override
    public String toString(String field) {
        return query.toString(field);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KeptFilter filter && query.equals(filter.query);
    }

    @Override
    public int hashCode() {
        return 31 * classHash() + query.hashCode();
    }
}
