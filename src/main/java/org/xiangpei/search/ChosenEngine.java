package org.xiangpei.search;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

import org.xiangpei.shared.StartupOrder;

/** The one engine of this process: caught up before the first request, and followed from then on. */
@ApplicationScoped
class ChosenEngine {

    private final SearchEngine engine;

    ChosenEngine(@Any Instance<SearchEngine> engines, SearchConfig config) {
        engine = engines.stream()
                .filter(it -> it.kind() == config.engine())
                .findFirst()
                .orElseThrow();
    }

    @Produces
    @Singleton
    CatalogSearch search() {
        return engine.search();
    }

    @Produces
    @Singleton
    CatalogIndex index() {
        return engine.index();
    }

    SearchEngine.State state() {
        return engine.state();
    }

    SearchConfig.EngineKind kind() {
        return engine.kind();
    }

    void start(@Observes @Priority(StartupOrder.INDEX) StartupEvent start) {
        engine.open();
    }

    void stop(@Observes ShutdownEvent stop) {
        engine.close();
    }
}
