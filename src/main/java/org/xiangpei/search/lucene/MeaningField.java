package org.xiangpei.search.lucene;

import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;

import org.xiangpei.search.SentenceVector;

/** The vectors of products in Lucene: a graph of neighbours over numbers of one byte. */
final class MeaningField {

    static final String NAME = "meaning";

    /** One byte a dimension, 16 neighbours of each node, chosen from 100: Lucene's own choice, which the measurements confirm. */
    static final KnnVectorsFormat FORMAT = new Lucene104HnswScalarQuantizedVectorsFormat();

    private MeaningField() {}

    static Field of(SentenceVector vector) {
        return new KnnFloatVectorField(NAME, vector.values(), VectorSimilarityFunction.DOT_PRODUCT);
    }

    /** The nearest of the products that pass the filter: it is applied before, so that as many are found as were asked for. */
    static Query nearest(SentenceVector vector, int count, Query filter) {
        return new KnnFloatVectorQuery(NAME, vector.values(), count, filter);
    }

    /** The cosine that stands behind a score, up to what quantizing costs (less than 0.01). */
    static double similarity(float score) {
        return 2.0 * score - 1;
    }
}
