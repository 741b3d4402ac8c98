package org.xiangpei.search.lucene;

import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import org.xiangpei.search.Suggestion;

/** Ready means that the index has the catalogue: each time it catches up it is compared with the database. */
@Readiness
@ApplicationScoped
class IndexReadiness implements HealthCheck {

    private final SearchEngine engine;

    IndexReadiness(SearchEngine engine) {
        this.engine = engine;
    }

    @Override
    public HealthCheckResponse call() {
        Optional<Map<Suggestion.Kind, Integer>> counts = engine.indexer().counts();
        var response = HealthCheckResponse.named("search index").status(counts.isPresent());
        counts.orElse(Map.of()).forEach((kind, count) -> response.withData(kind.code(), count));
        engine.indexer().countWithMeaning().ifPresent(count -> response.withData("meaning", count));
        return response.build();
    }
}
