package org.xiangpei.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;

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
import org.xiangpei.shared.CannotStart;

/** An index of this process alone. */
@ApplicationScoped
class LuceneEngine implements SearchEngine {

    private final Indexer indexer;
    private final IndexWatcher watcher;
    private final QuestionMeaning meaning;
    private final SpecificationJudge judge;
    private final Path directory;

    LuceneEngine(
            AgroalDataSource database,
            Meaning meaning,
            SpecificationJudge judge,
            SearchConfig config,
            Clock clock,
            @ConfigProperty(name = "xiangpei.catalog-data", defaultValue = "catalog-data") Path catalogData) {
        directory = config.indexDirectory().toAbsolutePath();
        indexer = new Indexer(database, directory, Synonyms.ofCatalogue(catalogData), clock);
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
        try {
            indexer.catchUp();
        } catch (UncheckedIOException e) {
            throw new CannotStart(reason(Objects.requireNonNull(e.getCause())), e);
        }
        watcher.start();
    }

    private String reason(Throwable cause) {
        return cause instanceof DirectoryTaken
                ? Objects.requireNonNull(cause.getMessage())
                : ("索引目录 %s 不能写入（%s）。请检查权限和磁盘空间，或用环境变量 XIANGPEI_SEARCH_INDEX_DIRECTORY 换一个目录；索引可以随时重建"
                                + " / the index directory cannot be written")
                        .formatted(directory, cause);
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
        return new State(indexer.counts().orElse(Map.of()), indexer.countWithMeaning(), indexer.problem());
    }
}
