package org.xiangpei.search.lucene;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import org.xiangpei.search.CatalogSearch;
import org.xiangpei.search.CatalogSearchWithMeaningContract;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LuceneSearchWithMeaningTest extends CatalogSearchWithMeaningContract {

    private SampleIndex index;

    @BeforeAll
    void index(@TempDir Path directory) {
        index = new SampleIndex(directory);
    }

    @AfterAll
    void close() throws IOException {
        index.close();
    }

    @Override
    protected CatalogSearch search() {
        return index.search();
    }
}
