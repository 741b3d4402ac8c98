package org.xiangpei.identity.web;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether there is an identity provider. Where there is, its address leads to the provider first; where there is none, nothing is behind it. */
@ApplicationScoped
class SingleSignOn implements HttpSecurityPolicy {

    private final boolean configured;

    SingleSignOn(@ConfigProperty(name = "quarkus.oidc.sso.tenant-enabled") boolean configured) {
        this.configured = configured;
    }

    boolean isConfigured() {
        return configured;
    }

    @Override
    public String name() {
        return "sso";
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
        return configured
                ? identity.map(it -> it.isAnonymous() ? CheckResult.DENY : CheckResult.PERMIT)
                : CheckResult.permit();
    }
}
