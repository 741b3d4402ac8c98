package org.xiangpei.identity.web;

import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

import org.xiangpei.identity.AccessTokens;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Role;
import org.xiangpei.identity.Sessions;

/**
 * Knows a person by the session cookie, and a program by the access token it was given (RFC 6750). A session that has ended is as good as
 * none: pages for everybody still open, and the gate asks to sign in where that is needed. A token that is not good is refused.
 */
@ApplicationScoped
class Authentication implements HttpAuthenticationMechanism {

    /** In the context of a request whose token was not good. */
    static final String REFUSED = "xiangpei.token-refused";

    private static final String SCHEME = "Bearer ";

    private final Sessions sessions;
    private final AccessTokens tokens;
    private final BlockingSecurityExecutor blocking;

    Authentication(Sessions sessions, AccessTokens tokens, BlockingSecurityExecutor blocking) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.blocking = blocking;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        if (isFile(context.normalizedPath())) {
            return Uni.createFrom().nullItem();
        }
        return bearer(context.request())
                .map(token -> blocking.executeBlocking(() -> identity(program(token, context))))
                .or(() -> SessionCookie.token(context.request())
                        .map(token -> blocking.executeBlocking(() -> sessions.actor(token)
                                .map(Authentication::identity)
                                .orElse(null))))
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    private Actor program(String token, RoutingContext context) {
        return tokens.actor(token).orElseGet(() -> {
            context.put(REFUSED, true);
            return Actor.PUBLIC;
        });
    }

    private static Optional<String> bearer(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }

    /** Styles and scripts are the same for everybody. */
    private static boolean isFile(String path) {
        return path.startsWith("/static/");
    }

    private static SecurityIdentity identity(Actor actor) {
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(actor.login()))
                .addAttribute(CurrentActor.ATTRIBUTE, actor);
        actor.roles().stream().map(Role::code).forEach(identity::addRole);
        return identity.build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }
}
