package org.xiangpei.search.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import javax.sql.DataSource;

import org.xiangpei.matching.SpecificationFits;
import org.xiangpei.search.CatalogDatabase;
import org.xiangpei.search.CatalogSearch;
import org.xiangpei.search.QuestionMeaning;
import org.xiangpei.search.meaning.RealModel;

/** An index of the sample catalogue, meaning included, without the application. */
public final class SampleIndex implements AutoCloseable {

    private final Indexer indexer;

    /** @param directory an empty one */
    public SampleIndex(Path directory) {
        DataSource database = CatalogDatabase.create();
        RealModel.computeVectors(database);
        indexer = Engine.indexer(database, directory);
        indexer.catchUp();
    }

    public CatalogSearch search() {
        return search(Component.ALL);
    }

    public CatalogSearch search(Set<Component> components) {
        return new LuceneSearch(indexer, new QuestionMeaning(RealModel.get()), new SpecificationFits(), components);
    }

    @Override
    public void close() throws IOException {
        indexer.close();
    }
}
