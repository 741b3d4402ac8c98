package org.xiangpei.search.meaning;

import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says whether products are found by meaning, and never that the service is not ready: without, it finds them by words. */
@Readiness
@ApplicationScoped
class MeaningReadiness implements HealthCheck {

    private final MeaningEngine engine;

    MeaningReadiness(MeaningEngine engine) {
        this.engine = engine;
    }

    @Override
    public HealthCheckResponse call() {
        BackgroundMeaning.State state = engine.state();
        var response = HealthCheckResponse.named("search by meaning")
                .up()
                .withData("meaning", state.phase().name().toLowerCase(Locale.ROOT));
        if (!state.reason().isEmpty()) {
            response.withData("reason", state.reason());
        }
        engine.progress().ifPresent(progress -> response.withData("vectors", progress.done())
                .withData("products", progress.total()));
        return response.build();
    }
}
