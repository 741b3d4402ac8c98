package org.xiangpei.search.elasticsearch;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

import org.xiangpei.fixtures.Elasticsearch;
import org.xiangpei.matching.SpecificationFits;
import org.xiangpei.search.CatalogDatabase;
import org.xiangpei.search.CatalogSearch;
import org.xiangpei.search.CatalogSearchContract;
import org.xiangpei.search.Meaning;
import org.xiangpei.search.QuestionMeaning;

/** Elasticsearch keeps every promise of the search port. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ElasticsearchSearchIT extends CatalogSearchContract {

    private ElasticsearchIndex index;
    private CatalogSearch search;

    @BeforeAll
    void index() {
        DataSource database = CatalogDatabase.create();
        index = SharedEngine.instance(database, Elasticsearch.shared(), SharedEngine.prefix());
        index.awaitIndexed();
        search = index.search(new QuestionMeaning(Meaning.NONE), new SpecificationFits());
    }

    @AfterAll
    void close() {
        index.close();
    }

    @Override
    protected CatalogSearch search() {
        return search;
    }
}
