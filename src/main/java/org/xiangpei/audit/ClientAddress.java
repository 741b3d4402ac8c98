package org.xiangpei.audit;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import org.jspecify.annotations.Nullable;

/** From where the request comes that is being answered; behind a trusted proxy, what that says. */
@ApplicationScoped
class ClientAddress {

    private final CurrentVertxRequest request;

    ClientAddress(CurrentVertxRequest request) {
        this.request = request;
    }

    /** Null where no request is being answered. */
    @Nullable
    String get() {
        if (!Arc.container().requestContext().isActive() || request.getCurrent() == null) {
            return null;
        }
        var remote = request.getCurrent().request().remoteAddress();
        return remote == null ? null : remote.hostAddress();
    }
}
