package org.xiangpei.identity.web;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;

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

import org.xiangpei.identity.Action;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.identity.Sessions;

/** The own account. */
@Path("/account")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.USE_OWN_ACCOUNT)
class AccountPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance account(AccountView view);
    }

    private final CurrentActor current;
    private final Sessions sessions;
    private final Clock clock;

    AccountPages(CurrentActor current, Sessions sessions, Clock clock) {
        this.current = current;
        this.sessions = sessions;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance account(@Context HttpServerRequest request) {
        return Templates.account(AccountView.of(
                current.get(),
                sessions.of(current.get().login()),
                SessionCookie.token(request).orElse(""),
                clock.getZone()));
    }

    @POST
    @Path("/sessions/end")
    @Operation(hidden = true)
    public Response endOtherSessions(@Context HttpServerRequest request) {
        Optional<String> kept = SessionCookie.token(request);
        sessions.endAll(current.get().login(), kept);
        return Response.seeOther(URI.create("/account")).build();
    }
}
