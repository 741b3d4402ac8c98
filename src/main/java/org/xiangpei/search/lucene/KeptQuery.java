package org.xiangpei.search.lucene;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * A query of a word, prepared once for a state of the index: where its terms stand in the dictionary and how often they occur. To look
 * that up again for every question took longer than to search a small catalogue.
 *
 * <p>It belongs to one searcher, whose weights it keeps: Lucene lets several threads search with the same weight.
 */
final class KeptQuery extends Query {

    private record Use(ScoreMode mode, float boost) {}

    private final Query query;
    private final int hash;
    private final Map<Use, Weight> weights = new ConcurrentHashMap<>();

    private KeptQuery(Query query) {
        this.query = query;
        this.hash = 31 * classHash() + query.hashCode();
    }

    /** What can find nothing stays as it is, and is known by that. */
    static Query of(Query query) {
        return TextQuery.canMatch(query) ? new KeptQuery(query) : query;
    }

    /** What was prepared. */
    Query query() {
        return query;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) throws IOException {
        var use = new Use(mode, boost);
        Weight weight = weights.get(use);
        if (weight == null) {
            weight = searcher.rewrite(query).createWeight(searcher, mode, boost);
            weights.put(use, weight);
        }
        return weight;
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
        return this == other || (other instanceof KeptQuery kept && hash == kept.hash && query.equals(kept.query));
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
