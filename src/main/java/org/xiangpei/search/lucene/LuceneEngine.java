package org.xiangpei.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.xiangpei.search.CatalogIndex;
import org.xiangpei.search.CatalogSearch;
import org.xiangpei.search.IndexWatcher;
import org.xiangpei.search.Meaning;
import org.xiangpei.search.QuestionMeaning;
import org.xiangpei.search.SearchConfig;
import org.xiangpei.search.SearchEngine;
import org.xiangpei.search.SpecificationJudge;
import org.xiangpei.search.Synonyms;

/** An index of this process alone. */
@ApplicationScoped
class LuceneEngine implements SearchEngine {

    private final Indexer indexer;
    private final IndexWatcher watcher;
    private final QuestionMeaning meaning;
    private final SpecificationJudge judge;

    LuceneEngine(
            AgroalDataSource database,
            Meaning meaning,
            SpecificationJudge judge,
            SearchConfig config,
            Clock clock,
            @ConfigProperty(name = "xiangpei.catalog-data", defaultValue = "catalog-data") Path catalogData) {
        indexer = new Indexer(database, config.indexDirectory(), Synonyms.ofCatalogue(catalogData), clock);
        this.judge = judge;
        this.meaning = new QuestionMeaning(meaning);
        watcher = new IndexWatcher(database, indexer, config.pollInterval(), config.keepChanges());
    }

    @Override
    public SearchConfig.EngineKind kind() {
        return SearchConfig.EngineKind.LUCENE;
    }

    @Override
    public CatalogSearch search() {
        return new LuceneSearch(indexer, meaning, judge);
    }

    /** Outside of the caller's transaction, whose own changes are not committed yet. */
    @Override
    public CatalogIndex index() {
        return () -> QuarkusTransaction.suspendingExisting().run(indexer::catchUp);
    }

    @Override
    public void open() {
        indexer.catchUp();
        watcher.start();
    }

    @Override
    public void close() {
        watcher.close();
        try {
            indexer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public State state() {
        return new State(indexer.counts().orElse(Map.of()), indexer.countWithMeaning(), null);
    }
}
