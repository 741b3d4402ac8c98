package org.xiangpei.search.elasticsearch;

import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.xiangpei.search.CatalogIndex;
import org.xiangpei.search.CatalogSearch;
import org.xiangpei.search.QuestionMeaning;
import org.xiangpei.search.SearchConfig;
import org.xiangpei.search.SpecificationJudge;
import org.xiangpei.search.Suggestion;
import org.xiangpei.search.Synonyms;
import org.xiangpei.search.lucene.RemoteSearch;

/** The shared index as one instance of the service has it: what is asked of it, and what keeps it up. */
public final class ElasticsearchIndex implements CatalogIndex, AutoCloseable {

    private final Cluster cluster;
    private final SharedIndex index;
    private final KnownIndex known;
    private final SharedIndexer indexer;
    private volatile @Nullable String problem;

    public ElasticsearchIndex(DataSource database, SearchConfig.Elasticsearch config, Synonyms synonyms, Clock clock) {
        cluster = new Cluster(config);
        index = new SharedIndex(cluster, config.indexPrefix(), config.shards(), clock);
        known = new KnownIndex(cluster, index.alias(), synonyms);
        indexer = new SharedIndexer(database, index, known, clock, config.keepReplaced());
    }

    public CatalogSearch search(QuestionMeaning meaning, SpecificationJudge judge) {
        return new RemoteSearch(new AskedIndex(cluster, index.alias()), known::view, meaning, judge);
    }

    @Override
    public void awaitIndexed() {
        try {
            indexer.catchUp();
            problem = null;
        } catch (RuntimeException e) {
            problem = describe(e);
            throw e;
        }
    }

    /** What kept the index from following the database when it last tried; or null. */
    @Nullable
    String problem() {
        return problem;
    }

    /** How many entries of each kind searches see. */
    public Map<Suggestion.Kind, Integer> counts() {
        return known.counts(index.alias());
    }

    int countWithMeaning() {
        return known.countWithMeaning();
    }

    @Override
    public void close() {
        cluster.close();
    }

    static String describe(RuntimeException e) {
        return e instanceof ClusterUnavailable
                ? "Elasticsearch 暂不可用，检索暂停，恢复后自动补齐 / Elasticsearch is not available: " + e.getMessage()
                : "索引未能更新，正在重试 / the index could not follow and tries again: " + e.getMessage();
    }
}
