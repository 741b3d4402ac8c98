package org.xiangpei.identity.web;

import java.net.URI;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Joining;
import org.xiangpei.identity.Needs;
import org.xiangpei.identity.Returning;
import org.xiangpei.identity.Sessions;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Problem;

/** What an invited person finds behind the link. To look at it does not use it up. */
@Path(JoinPages.PATH + "/{token}")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.SIGN_IN)
class JoinPages {

    static final String PATH = "/join";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance join(JoinView view);
    }

    private final Joining joining;
    private final Returning returning;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final CurrentActor current;

    JoinPages(Joining joining, Returning returning, Sessions sessions, SessionCookie cookie, CurrentActor current) {
        this.joining = joining;
        this.returning = returning;
        this.sessions = sessions;
        this.cookie = cookie;
        this.current = current;
    }

    /** @throws RuleViolation where the link is not good, answered by a page that says why and what to do */
    @GET
    @Operation(hidden = true)
    public TemplateInstance invitation(@RestPath String token) {
        return Templates.join(view(token));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response join(
            @RestPath String token,
            @RestForm @DefaultValue("") String login,
            @RestForm @DefaultValue("") String chosen,
            @RestForm @DefaultValue("") String again,
            @Context HttpServerRequest request) {
        JoinView view = view(token);
        try {
            requireSame(chosen, again);
            return signedIn(joining.join(token, login, chosen, Clients.of(request)), request);
        } catch (RuleViolation refused) {
            return refused(view.with(login, refused.detail()), refused);
        }
    }

    /** Who acts for nobody any more, and so cannot sign in, comes back with the account of before. */
    @POST
    @Path("return")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response comeBack(
            @RestPath String token,
            @RestForm @DefaultValue("") String login,
            @RestForm @DefaultValue("") String password,
            @RestForm @DefaultValue("") String code,
            @Context HttpServerRequest request) {
        JoinView view = view(token);
        try {
            var proof = new Returning.Proof(login, password, code);
            return signedIn(returning.comeBack(token, proof, Clients.of(request)), request);
        } catch (RuleViolation refused) {
            return refused(view.withReturning(login, refused.detail()), refused);
        }
    }

    private Response signedIn(String session, HttpServerRequest request) {
        SessionCookie.token(request).ifPresent(sessions::end);
        return Response.seeOther(URI.create("/account"))
                .cookie(cookie.of(session))
                .build();
    }

    /** Who is signed in comes over with the account that is there. */
    @POST
    @Path("move")
    @Operation(hidden = true)
    public Response move(@RestPath String token, @Context HttpServerRequest request) {
        JoinView view = view(token);
        Actor actor = current.get();
        if (!actor.isMember()) {
            return Response.seeOther(URI.create(Address.of(SignInPages.PATH)
                            .and("next", PATH + "/" + token)
                            .toString()))
                    .build();
        }
        try {
            joining.move(token, actor, SessionCookie.token(request));
            return Response.seeOther(URI.create("/account")).build();
        } catch (RuleViolation refused) {
            return refused(view.with("", refused.detail()), refused);
        }
    }

    /** @throws RuleViolation {@code weak-password} */
    static void requireSame(String chosen, String again) {
        if (!chosen.equals(again)) {
            throw new RuleViolation("weak-password", "两次输入的密码不一样，请再输一次。");
        }
    }

    private JoinView view(String token) {
        return JoinView.of(joining.invitation(token), token, current.get());
    }

    /** With the form again, unless the link is what was wrong. */
    private Response refused(JoinView view, RuleViolation refused) {
        if (refused.code().startsWith("link-")) {
            throw refused;
        }
        return Response.status(Problem.status(refused.code()))
                .entity(Templates.join(view))
                .build();
    }
}
