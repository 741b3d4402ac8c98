package org.xiangpei.identity.web;

import java.net.URI;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.DemoLogins;
import org.xiangpei.identity.Needs;
import org.xiangpei.identity.Sessions;
import org.xiangpei.identity.SignIn;
import org.xiangpei.shared.RuleViolation;

/** Signing in and out. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class SignInPages {

    static final String PATH = "/sign-in";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance signIn(SignInView view);

        static native TemplateInstance signedOut(String provider);
    }

    private final SignIn signIn;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Onward onward;
    private final DemoLogins demo;
    private final SingleSignOn provider;

    SignInPages(
            SignIn signIn,
            Sessions sessions,
            SessionCookie cookie,
            Onward onward,
            DemoLogins demo,
            SingleSignOn provider) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.cookie = cookie;
        this.onward = onward;
        this.demo = demo;
        this.provider = provider;
    }

    @GET
    @Path("sign-in")
    @Needs(Action.SIGN_IN)
    @Operation(hidden = true)
    public TemplateInstance form(@RestQuery @DefaultValue(Onward.DESK) String next) {
        return Templates.signIn(new SignInView("", Onward.inside(next), null, provider.isConfigured(), demo.shown()));
    }

    @POST
    @Path("sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Action.SIGN_IN)
    @Operation(hidden = true)
    public Response signIn(
            @RestForm @DefaultValue("") String login,
            @RestForm @DefaultValue("") String password,
            @RestForm @DefaultValue(Onward.DESK) String next,
            @Context HttpServerRequest request) {
        try {
            String token = signIn.signIn(login, password, Clients.of(request));
            SessionCookie.token(request).ifPresent(sessions::end);
            return Response.seeOther(onward.after(token, next))
                    .cookie(cookie.of(token))
                    .build();
        } catch (RuleViolation wrong) {
            int status = wrong.code().equals("too-many-attempts") ? 429 : 422;
            return Response.status(status)
                    .entity(Templates.signIn(new SignInView(
                            login, Onward.inside(next), wrong.detail(), provider.isConfigured(), demo.shown())))
                    .build();
        }
    }

    @POST
    @Path("sign-out")
    @Needs(Action.COMPLETE_SIGN_IN)
    @Operation(hidden = true)
    public Response signOut(@Context HttpServerRequest request) {
        return SessionCookie.token(request)
                .flatMap(sessions::end)
                .map(SignInPages::onToProvider)
                .orElseGet(() -> Response.seeOther(URI.create("/")))
                .cookie(cookie.gone())
                .build();
    }

    /** By a page that goes on by itself: a form of ours may not lead elsewhere (form-action). */
    private static ResponseBuilder onToProvider(String provider) {
        return Response.ok(Templates.signedOut(provider))
                .header("Refresh", "0; url=" + provider)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
