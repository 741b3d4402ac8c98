package org.xiangpei.audit;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import org.jspecify.annotations.Nullable;

/** The HTTP request that is being answered, if one is. */
@ApplicationScoped
class AskedOverHttp {

    private final CurrentVertxRequest request;

    AskedOverHttp(CurrentVertxRequest request) {
        this.request = request;
    }

    boolean isOverHttp() {
        return Arc.container().requestContext().isActive() && request.getCurrent() != null;
    }

    /** From where it comes; behind a trusted proxy, what that says. Null where no request is being answered. */
    @Nullable
    String address() {
        if (!isOverHttp()) {
            return null;
        }
        var remote = request.getCurrent().request().remoteAddress();
        return remote == null ? null : remote.hostAddress();
    }
}
