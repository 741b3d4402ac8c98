package org.xiangpei.search.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Finds the places of words in some products.
 *
 * @param documents the number of a product in what is searched
 * @param resource is closed when the marking is done
 */
record Marking(IndexSearcher searcher, TextQuery texts, IntUnaryOperator documents, Closeable resource)
        implements Closeable {

    /** Reads the words of a question in products, and what words that occur nowhere were taken for. */
    Marks of(List<Word> words, Collection<String> replaced) {
        var near = new LinkedHashMap<String, Query>();
        replaced.forEach(word -> near.put(word, texts.near(word)));
        var highlights = new Highlights(searcher, texts, words, near);
        return product -> highlights.of(documents.applyAsInt(product));
    }

    interface Marks {
        Marked of(int product) throws IOException;
    }

    /** What stands in a product in the place of a word that occurs nowhere, or null. */
    @Nullable
    String meant(String word, int product) throws IOException {
        return new Highlights(searcher, texts, List.of(), Map.of(word, texts.near(word)))
                .first(word, documents.applyAsInt(product));
    }

    @Override
    public void close() throws IOException {
        resource.close();
    }
}
