package org.xiangpei.identity;

import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;

/** Who makes the request that is being answered. */
@ApplicationScoped
public class CurrentActor {

    /** The attribute of the security identity that holds the {@link Actor}. */
    public static final String ATTRIBUTE = "actor";

    private final CurrentIdentityAssociation association;

    CurrentActor(CurrentIdentityAssociation association) {
        this.association = association;
    }

    /** {@link Actor#SERVICE} where no request is being answered. */
    public Actor get() {
        if (!Arc.container().requestContext().isActive()) {
            return Actor.SERVICE;
        }
        return Objects.requireNonNullElse(association.getIdentity().getAttribute(ATTRIBUTE), Actor.PUBLIC);
    }
}
