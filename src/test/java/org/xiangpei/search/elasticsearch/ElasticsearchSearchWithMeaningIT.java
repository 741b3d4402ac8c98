package org.xiangpei.search.elasticsearch;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

import org.xiangpei.fixtures.Elasticsearch;
import org.xiangpei.matching.SpecificationFits;
import org.xiangpei.search.CatalogDatabase;
import org.xiangpei.search.CatalogSearch;
import org.xiangpei.search.CatalogSearchWithMeaningContract;
import org.xiangpei.search.QuestionMeaning;
import org.xiangpei.search.meaning.RealModel;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ElasticsearchSearchWithMeaningIT extends CatalogSearchWithMeaningContract {

    private ElasticsearchIndex index;
    private CatalogSearch search;

    @BeforeAll
    void index() {
        DataSource database = CatalogDatabase.create();
        RealModel.computeVectors(database);
        index = SharedEngine.instance(database, Elasticsearch.shared(), SharedEngine.prefix());
        index.awaitIndexed();
        search = index.search(new QuestionMeaning(RealModel.get()), new SpecificationFits());
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
