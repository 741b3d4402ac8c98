package org.xiangpei.search.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

import org.xiangpei.search.CatalogDatabase;
import org.xiangpei.search.CatalogSearch;

/** An index of the sample catalogue, without the application. */
public final class SampleIndex implements AutoCloseable {

    private final Indexer indexer;

    /** @param directory an empty one */
    public SampleIndex(Path directory) {
        indexer = Engine.indexer(CatalogDatabase.create(), directory);
        indexer.catchUp();
    }

    public CatalogSearch search() {
        return new LuceneSearch(indexer);
    }

    public CatalogSearch search(Set<Component> components) {
        return new LuceneSearch(indexer, components);
    }

    @Override
    public void close() throws IOException {
        indexer.close();
    }
}
