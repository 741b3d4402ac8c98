package org.xiangpei.identity.web;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.oidc.IdToken;
import io.quarkus.oidc.OidcSession;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.ExternalSignIn;
import org.xiangpei.identity.ExternalSignIn.Person;
import org.xiangpei.identity.Needs;
import org.xiangpei.identity.OidcConfig;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Problem;

/**
 * Signing in with the identity provider (统一身份登录). The framework has proven the person when this is reached ({@link SingleSignOn}); a session of ours
 * follows, and the provider's tokens are dropped, but for the one that signs the person out there: nothing here calls on them.
 */
@Path("/sign-in/oidc")
@Produces(MediaType.TEXT_HTML)
class OidcSignInPages {

    private static final Predicate<String> HAN = Pattern.compile("\\p{IsHan}+").asMatchPredicate();

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance notAdmitted(String reason, @Nullable String provider);
    }

    private final ExternalSignIn signIn;
    private final SessionCookie cookie;
    private final SingleSignOn provider;
    private final OidcConfig config;
    private final Instance<OidcSession> session;
    private final ProviderSignOut signOut;

    /** The qualifier cannot stand at a parameter. */
    @Inject
    @IdToken
    Instance<JsonWebToken> token;

    OidcSignInPages(
            ExternalSignIn signIn,
            SessionCookie cookie,
            SingleSignOn provider,
            OidcConfig config,
            Instance<OidcSession> session,
            ProviderSignOut signOut) {
        this.signIn = signIn;
        this.cookie = cookie;
        this.provider = provider;
        this.config = config;
        this.session = session;
        this.signOut = signOut;
    }

    /** @throws NotFound when no provider is configured */
    @GET
    @Needs(Action.SIGN_IN)
    @Operation(hidden = true)
    public Response signIn(@Context UriInfo uri, @Context HttpServerRequest request) {
        if (!provider.isConfigured()) {
            throw new NotFound("统一身份登录");
        }
        Optional<String> there = signOut.address(uri.getBaseUri());
        try {
            String started = signIn.signIn(person(token.get()), there, Clients.of(request));
            return Response.seeOther(URI.create(Onward.DESK))
                    .cookie(cookie.of(started))
                    .build();
        } catch (RuleViolation refused) {
            return Response.status(Problem.status(refused.code()))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .entity(Templates.notAdmitted(refused.detail(), there.orElse(null)))
                    .build();
        } finally {
            session.get().logout().await().indefinitely();
        }
    }

    private Person person(JsonWebToken proven) {
        String login = text(proven, config.loginClaim());
        return new Person(
                proven.getIssuer(),
                proven.getSubject(),
                login,
                name(proven).orElse(login),
                text(proven, config.organizationClaim()),
                texts(claim(proven, config.rolesClaim())));
    }

    /** Providers put the parts of a name in the order of the West; a Chinese name is written 姓 first and without a space. */
    private static Optional<String> name(JsonWebToken proven) {
        Optional<String> family = proven.<String>claim("family_name").filter(HAN);
        Optional<String> given = proven.<String>claim("given_name").filter(HAN);
        return family.flatMap(it -> given.map(it::concat)).or(() -> proven.claim("name"));
    }

    private static String text(JsonWebToken proven, String path) {
        return texts(claim(proven, path)).stream()
                .findFirst()
                .orElseThrow(() -> new RuleViolation("not-admitted", "身份系统没有给出“" + path + "”。请联系身份系统的管理员。"));
    }

    private static @Nullable Object claim(JsonWebToken proven, String path) {
        List<String> steps = List.of(path.split("/"));
        Object found = proven.getClaim(steps.getFirst());
        for (String step : steps.subList(1, steps.size())) {
            found = found instanceof Map<?, ?> object ? object.get(step) : null;
        }
        return found;
    }

    /** A claim is one text or a list of them; what stands in JSON keeps its quotes. */
    private static Set<String> texts(@Nullable Object claim) {
        Collection<?> all = claim instanceof Collection<?> list ? list : claim == null ? List.of() : List.of(claim);
        return all.stream().map(OidcSignInPages::plain).collect(Collectors.toSet());
    }

    private static String plain(Object value) {
        return value instanceof JsonString json ? json.getString() : value.toString();
    }
}
