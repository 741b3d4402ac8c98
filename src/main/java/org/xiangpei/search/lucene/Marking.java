package org.xiangpei.search.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.function.IntUnaryOperator;

import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

import org.xiangpei.search.SearchResult.Highlight;

/**
 * Finds the places of words in some products.
 *
 * @param documents the number of a product in what is searched
 * @param resource is closed when the marking is done
 */
record Marking(IndexSearcher searcher, TextQuery texts, IntUnaryOperator documents, Closeable resource)
        implements Closeable {

    /** Marks the words of a question, and what words that occur nowhere were taken for. */
    Marks of(List<Word> words, Collection<String> replaced) throws IOException {
        var highlights = new Highlights(
                searcher, texts.marks(words, replaced.stream().map(texts::near).toList()));
        return product -> highlights.of(documents.applyAsInt(product));
    }

    interface Marks {
        List<Highlight> of(int product) throws IOException;
    }

    /** What stands in a product in the place of a word that occurs nowhere, or null. */
    @Nullable
    String meant(String word, int product) throws IOException {
        return new Highlights(searcher, texts.near(word)).first(documents.applyAsInt(product));
    }

    @Override
    public void close() throws IOException {
        resource.close();
    }
}
