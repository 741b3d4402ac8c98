package org.xiangpei.search.meaning;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import org.xiangpei.search.CatalogDatabase;
import org.xiangpei.search.CatalogSearch;
import org.xiangpei.search.CatalogSearchContract;
import org.xiangpei.search.CatalogSnapshot;
import org.xiangpei.search.IndexedProduct;
import org.xiangpei.search.QuestionMeaning;
import org.xiangpei.search.Synonyms;
import org.xiangpei.search.lucene.Indexer;
import org.xiangpei.search.lucene.LuceneSearch;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractWithMeaningTest extends CatalogSearchContract {
    private Indexer indexer;
    private CatalogSearch search;
    private Map<String, String> names;

    @BeforeAll
    void index(@TempDir Path directory) throws Exception {
        var database = CatalogDatabase.create();
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneId.of("Asia/Shanghai"));
        new VectorWorker(database, RealModel.get(), clock).catchUp();
        indexer = new Indexer(database, directory, Synonyms.read(Path.of("catalog-data/synonyms.txt")), clock);
        indexer.catchUp();
        search = new LuceneSearch(indexer, new QuestionMeaning(RealModel.get()));
        try (Connection connection = database.getConnection()) {
            names = new CatalogSnapshot(connection, TODAY)
                    .products(null).stream().collect(Collectors.toMap(IndexedProduct::code, IndexedProduct::name));
        }
    }

    @AfterAll
    void close() throws Exception {
        indexer.close();
    }

    @Override
    protected CatalogSearch search() {
        return search;
    }

    @Override
    protected String nameOf(String productCode) {
        return names.getOrDefault(productCode, "");
    }
}
