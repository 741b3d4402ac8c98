package org.xiangpei.search.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.lucene.search.Query;

import org.xiangpei.search.Facet;
import org.xiangpei.search.IndexedProperty;
import org.xiangpei.search.SearchResult.FacetCount;
import org.xiangpei.search.SentenceVector;
import org.xiangpei.search.StatedSpecification;
import org.xiangpei.search.lucene.FusedRanking.Fused;
import org.xiangpei.search.lucene.RemoteIndex.Called;

/**
 * What one search asks of an index, wherever that is. The search sees the products of its status on its day, whatever facets were
 * chosen; only {@link #find} looks at those, too. A product is known by a number that holds for this search.
 */
interface ProductIndex {

    /** @param score comparable inside one answer */
    record Ranked(int product, float score) {}

    /** @param hits a stretch of all that was found */
    record Found(long total, List<Ranked> hits, Map<Facet, List<FacetCount>> facets) {}

    /** @param others those of some asked for that the words may find although they are not among the best */
    record Best(long total, List<Integer> products, Set<Integer> others) {}

    Lexicon lexicon();

    TextQuery texts();

    /** Whether any product is found: how many is more than needs to be known. */
    boolean finds(Fused text) throws IOException;

    /** Whether any product has a word. It is remembered: who reads a question again asks for its words again. */
    boolean occurs(Word word) throws IOException;

    /** Those that the words find best, equal ones by code. */
    Best best(Query words, int count, Set<Integer> among) throws IOException;

    /** The products nearest to a meaning, the nearest first, equally near ones by code. */
    List<Neighbour> nearest(SentenceVector meaning, int count) throws IOException;

    /** A stretch of the answer in the order that was asked for, and its facets. */
    Found find(Fused text, long from, int count) throws IOException;

    /** A found product as it is shown and read. */
    ReadProduct read(int product) throws IOException;

    String code(int product);

    String category(int product);

    /** What a found product states, by property. */
    Map<String, StatedSpecification> specifications(int product) throws IOException;

    /** The properties of a category, in its order. */
    List<IndexedProperty> properties(String category);

    /** Firms and categories by their squashed names, as far as some are called so. */
    Map<String, Called> called(Collection<String> squashed) throws IOException;

    /** The types of certificates that products hold, by their squashed spelling. */
    Map<String, String> certificates();
}
