package org.xiangpei.search;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.health.api.Wellness;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Well means that the index is searched and follows the database, wherever it is: what an operator is called for. */
@Wellness
@ApplicationScoped
class IndexWellness implements HealthCheck {

    private final ChosenEngine engine;

    IndexWellness(ChosenEngine engine) {
        this.engine = engine;
    }

    @Override
    public HealthCheckResponse call() {
        SearchEngine.State state = engine.state();
        return IndexReadiness.describe("search index is up to date", engine.kind(), state)
                .status(state.problem() == null && !state.counts().isEmpty())
                .build();
    }
}
