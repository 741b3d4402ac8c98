package org.xiangpei.search.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import org.xiangpei.search.CatalogDatabase;
import org.xiangpei.search.CatalogSearch;
import org.xiangpei.search.CatalogSearchWithMeaningContract;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LuceneSearchWithMeaningTest extends CatalogSearchWithMeaningContract {

    private SampleIndex index;
    private Map<String, String> names;

    @BeforeAll
    void index(@TempDir Path directory) {
        index = new SampleIndex(directory);
        names = CatalogDatabase.productNames(CatalogDatabase.create());
    }

    @AfterAll
    void close() throws IOException {
        index.close();
    }

    @Override
    protected CatalogSearch search() {
        return index.search();
    }

    @Override
    protected String nameOf(String productCode) {
        return names.getOrDefault(productCode, "");
    }
}
