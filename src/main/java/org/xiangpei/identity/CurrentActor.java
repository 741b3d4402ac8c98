package org.xiangpei.identity;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

/** Who makes the request that is being answered. */
@ApplicationScoped
public class CurrentActor {

    /** The attribute of the security identity that holds the {@link Actor}. */
    public static final String ATTRIBUTE = "actor";

    private final CurrentIdentityAssociation association;
    private final CurrentVertxRequest request;

    CurrentActor(CurrentIdentityAssociation association, CurrentVertxRequest request) {
        this.association = association;
        this.request = request;
    }

    /** {@link Actor#SERVICE} where no request is being answered: at start, by schedule. */
    public Actor get() {
        if (!Arc.container().requestContext().isActive()) {
            return Actor.SERVICE;
        }
        Actor known = association.getIdentity().getAttribute(ATTRIBUTE);
        return known != null ? known : unknown();
    }

    /** The framework also opens the context of a request where there is none, as at start. */
    private Actor unknown() {
        return request.getCurrent() == null ? Actor.SERVICE : Actor.PUBLIC;
    }
}
