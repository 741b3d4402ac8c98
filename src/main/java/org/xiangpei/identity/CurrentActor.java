package org.xiangpei.identity;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;

/** Who makes the request that is being answered. */
@ApplicationScoped
public class CurrentActor {

    /** The attribute of the security identity that holds the {@link Actor}. */
    public static final String ATTRIBUTE = "actor";

    private static final ScopedValue<Actor> PRINCIPAL = ScopedValue.newInstance();

    private final CurrentIdentityAssociation association;
    private final CurrentVertxRequest request;

    CurrentActor(CurrentIdentityAssociation association, CurrentVertxRequest request) {
        this.association = association;
        this.request = request;
    }

    /** Does in the background what somebody has asked for before: it is theirs, and not the service's. */
    public static void actingFor(Actor who, Runnable work) {
        ScopedValue.where(PRINCIPAL, who).run(work);
    }

    /** {@link Actor#SERVICE} where no request is being answered: at start, by schedule. */
    public Actor get() {
        if (PRINCIPAL.isBound()) {
            return PRINCIPAL.get();
        }
        if (!isAsked()) {
            return Actor.SERVICE;
        }
        Actor known = association.getIdentity().getAttribute(ATTRIBUTE);
        return known != null && !known.equals(Actor.PUBLIC) ? known : unknown();
    }

    /** From here on in this request it is somebody who has just proven to be it: what that changes is theirs, and not the public's. */
    void become(Actor proven) {
        RoutingContext current = isAsked() ? request.getCurrent() : null;
        if (current != null) {
            current.put(ATTRIBUTE, proven);
        }
    }

    private static boolean isAsked() {
        return Arc.container().requestContext().isActive();
    }

    /** The framework also opens the context of a request where there is none, as at start. */
    private Actor unknown() {
        RoutingContext current = request.getCurrent();
        if (current == null) {
            return Actor.SERVICE;
        }
        Actor proven = current.get(ATTRIBUTE);
        return proven != null ? proven : Actor.PUBLIC;
    }
}
