package org.xiangpei.search;

import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready means that the index of this process has the catalogue: each time it catches up it is compared with the database. An index in
 * another process that is not there is named here, and does not make this one unready: all that needs no search goes on, and turning
 * every instance away would help nobody. {@link IndexWellness} reports it.
 */
@Readiness
@ApplicationScoped
class IndexReadiness implements HealthCheck {

    private final ChosenEngine engine;

    IndexReadiness(ChosenEngine engine) {
        this.engine = engine;
    }

    @Override
    public HealthCheckResponse call() {
        SearchEngine.State state = engine.state();
        boolean elsewhere = engine.kind() != SearchConfig.EngineKind.LUCENE;
        return describe("search index", engine.kind(), state)
                .status(elsewhere || !state.counts().isEmpty())
                .build();
    }

    static HealthCheckResponseBuilder describe(String name, SearchConfig.EngineKind kind, SearchEngine.State state) {
        var response =
                HealthCheckResponse.named(name).withData("engine", kind.name().toLowerCase(Locale.ROOT));
        state.counts().forEach((entries, count) -> response.withData(entries.code(), count));
        state.withMeaning().ifPresent(count -> response.withData("meaning", count));
        String problem = state.problem();
        if (problem != null) {
            response.withData("problem", problem);
        }
        return response;
    }
}
