package org.xiangpei.search.elasticsearch;

import javax.sql.DataSource;

import org.xiangpei.fixtures.Elasticsearch;
import org.xiangpei.matching.SpecificationFits;
import org.xiangpei.search.CatalogSearch;
import org.xiangpei.search.InterruptionContract;
import org.xiangpei.search.Meaning;
import org.xiangpei.search.QuestionMeaning;

class ElasticsearchInterruptionIT extends InterruptionContract {

    @Override
    protected Index open(DataSource database) {
        ElasticsearchIndex index = SharedEngine.instance(database, Elasticsearch.shared(), SharedEngine.prefix());
        return new Index() {
            @Override
            public void follow() {
                index.awaitIndexed();
            }

            @Override
            public CatalogSearch search() {
                return index.search(new QuestionMeaning(Meaning.NONE), new SpecificationFits());
            }

            @Override
            public void close() {
                index.close();
            }
        };
    }
}
