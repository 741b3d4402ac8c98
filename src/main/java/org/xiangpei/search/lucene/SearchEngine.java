package org.xiangpei.search.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import org.xiangpei.search.CatalogIndex;
import org.xiangpei.search.CatalogSearch;
import org.xiangpei.search.Meaning;
import org.xiangpei.search.QuestionMeaning;
import org.xiangpei.search.SearchConfig;
import org.xiangpei.search.SpecificationJudge;
import org.xiangpei.search.Synonyms;
import org.xiangpei.shared.CannotStart;
import org.xiangpei.shared.StartupOrder;

/** The one index of this process: caught up before the first request, and followed from then on. */
@ApplicationScoped
class SearchEngine {

    private static final Logger LOG = Logger.getLogger(SearchEngine.class);

    private final Indexer indexer;
    private final IndexWatcher watcher;
    private final QuestionMeaning meaning;

    SearchEngine(
            AgroalDataSource database,
            Meaning meaning,
            SearchConfig config,
            Clock clock,
            @ConfigProperty(name = "xiangpei.catalog-data", defaultValue = "catalog-data") Path catalogData) {
        indexer = new Indexer(database, config.indexDirectory(), synonyms(catalogData.resolve("synonyms.txt")), clock);
        this.meaning = new QuestionMeaning(meaning);
        watcher = new IndexWatcher(database, indexer, config.pollInterval(), config.keepChanges());
    }

    @Produces
    @Singleton
    CatalogSearch search(SpecificationJudge judge) {
        return new LuceneSearch(indexer, meaning, judge);
    }

    /** Outside of the caller's transaction, whose own changes are not committed yet. */
    @Produces
    @Singleton
    CatalogIndex index() {
        return () -> QuarkusTransaction.suspendingExisting().run(indexer::catchUp);
    }

    Indexer indexer() {
        return indexer;
    }

    void start(@Observes @Priority(StartupOrder.INDEX) StartupEvent start) {
        indexer.catchUp();
        watcher.start();
    }

    void stop(@Observes ShutdownEvent stop) throws IOException {
        watcher.close();
        indexer.close();
    }

    private static Synonyms synonyms(Path file) {
        if (!Files.exists(file)) {
            LOG.warnf("No synonyms: %s does not exist", file.toAbsolutePath());
            return Synonyms.NONE;
        }
        try {
            return Synonyms.read(file);
        } catch (IOException e) {
            throw new CannotStart(
                    "同义词文件 %s 不能读取（%s）。它应是 UTF-8 编码的文本 / synonyms cannot be read: UTF-8 text is needed"
                            .formatted(file.toAbsolutePath(), e),
                    e);
        }
    }
}
