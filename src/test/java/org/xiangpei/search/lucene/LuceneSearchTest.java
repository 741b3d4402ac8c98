package org.xiangpei.search.lucene;

import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import org.xiangpei.matching.SpecificationFits;
import org.xiangpei.search.CatalogDatabase;
import org.xiangpei.search.CatalogSearch;
import org.xiangpei.search.CatalogSearchContract;
import org.xiangpei.search.Meaning;
import org.xiangpei.search.QuestionMeaning;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LuceneSearchTest extends CatalogSearchContract {

    private Indexer indexer;
    private CatalogSearch search;

    @BeforeAll
    void index(@TempDir Path directory) {
        DataSource database = CatalogDatabase.create();
        indexer = Engine.indexer(database, directory);
        indexer.catchUp();
        search = new LuceneSearch(indexer, new QuestionMeaning(Meaning.NONE), new SpecificationFits());
    }

    @AfterAll
    void close() throws IOException {
        indexer.close();
    }

    @Override
    protected CatalogSearch search() {
        return search;
    }
}
