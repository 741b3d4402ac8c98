package org.xiangpei.search.elasticsearch;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.OptionalInt;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.xiangpei.search.CatalogIndex;
import org.xiangpei.search.CatalogSearch;
import org.xiangpei.search.IndexWatcher;
import org.xiangpei.search.Meaning;
import org.xiangpei.search.QuestionMeaning;
import org.xiangpei.search.SearchConfig;
import org.xiangpei.search.SearchEngine;
import org.xiangpei.search.SpecificationJudge;
import org.xiangpei.search.Suggestion;
import org.xiangpei.search.Synonyms;

/** An index in Elasticsearch that all instances of the service share. Nothing of it is touched unless it was chosen. */
@ApplicationScoped
class ElasticsearchEngine implements SearchEngine {

    private static final Logger LOG = Logger.getLogger(ElasticsearchEngine.class);

    private final AgroalDataSource database;
    private final Meaning meaning;
    private final SpecificationJudge judge;
    private final SearchConfig config;
    private final Clock clock;
    private final Path catalogData;
    private @Nullable Running running;

    ElasticsearchEngine(
            AgroalDataSource database,
            Meaning meaning,
            SpecificationJudge judge,
            SearchConfig config,
            Clock clock,
            @ConfigProperty(name = "xiangpei.catalog-data", defaultValue = "catalog-data") Path catalogData) {
        this.database = database;
        this.meaning = meaning;
        this.judge = judge;
        this.config = config;
        this.clock = clock;
        this.catalogData = catalogData;
    }

    private record Running(ElasticsearchIndex index, IndexWatcher watcher) {}

    @Override
    public SearchConfig.EngineKind kind() {
        return SearchConfig.EngineKind.ELASTICSEARCH;
    }

    @Override
    public CatalogSearch search() {
        return running().index().search(new QuestionMeaning(meaning), judge);
    }

    /** Outside of the caller's transaction, whose own changes are not committed yet. */
    @Override
    public CatalogIndex index() {
        return () -> QuarkusTransaction.suspendingExisting().run(this::catchUpIfPossible);
    }

    @Override
    public void open() {
        catchUpIfPossible();
        running().watcher().start();
    }

    @Override
    public synchronized void close() {
        if (running != null) {
            running.watcher().close();
            running.index().close();
        }
    }

    @Override
    public State state() {
        ElasticsearchIndex index = running().index();
        try {
            Map<Suggestion.Kind, Integer> counts = index.counts();
            return new State(counts, OptionalInt.of(index.countWithMeaning()), index.problem());
        } catch (RuntimeException e) {
            return new State(Map.of(), OptionalInt.empty(), ElasticsearchIndex.describe(e));
        }
    }

    private void catchUpIfPossible() {
        try {
            running().index().awaitIndexed();
        } catch (ClusterUnavailable e) {
            LOG.warnf("The search index follows as soon as it can: %s", e.getMessage());
        }
    }

    private synchronized Running running() {
        if (running == null) {
            var index =
                    new ElasticsearchIndex(database, config.elasticsearch(), Synonyms.ofCatalogue(catalogData), clock);
            running =
                    new Running(index, new IndexWatcher(database, index, config.pollInterval(), config.keepChanges()));
        }
        return running;
    }
}
