package org.xiangpei.search.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

import org.xiangpei.search.CatalogDatabase;
import org.xiangpei.search.CatalogSearch;
import org.xiangpei.search.QuestionMeaning;
import org.xiangpei.search.meaning.SampleMeaning;

/** An index of the sample catalogue, without the application. */
public final class SampleIndex implements AutoCloseable {

    private final Indexer indexer;
    private final QuestionMeaning meaning;

    /**
     * With the vectors of all products.
     *
     * @param directory an empty one
     */
    public SampleIndex(Path directory) throws SQLException {
        DataSource database = CatalogDatabase.create();
        SampleMeaning.compute(database);
        meaning = new QuestionMeaning(SampleMeaning.loaded());
        indexer = Engine.indexer(database, directory);
        indexer.catchUp();
    }

    public CatalogSearch search() {
        return search(Component.ALL);
    }

    public CatalogSearch search(Set<Component> components) {
        return new LuceneSearch(indexer, meaning, components);
    }

    @Override
    public void close() throws IOException {
        indexer.close();
    }
}
