package org.xiangpei.sourcing.web;

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
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.identity.web.Clients;
import org.xiangpei.identity.web.Cookies;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Refused;
import org.xiangpei.sourcing.GuestSessions;
import org.xiangpei.sourcing.Guests;
import org.xiangpei.sourcing.Guests.Door;

/** What a supplier without an account finds behind its link. To look at it uses nothing up. */
@Path(GuestPages.PATH)
@Produces(MediaType.TEXT_HTML)
@Needs(Action.ANSWER_INQUIRIES)
class GuestPages {

    static final String PATH = "/invitations/link";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance door(DoorView view);
    }

    private final Guests guests;
    private final Cookies cookies;
    private final CurrentActor current;

    GuestPages(Guests guests, Cookies cookies, CurrentActor current) {
        this.guests = guests;
        this.cookies = cookies;
        this.current = current;
    }

    /** @throws RuleViolation where the link is not good, answered by a page that says why and what to do */
    @GET
    @Path("{token}")
    @Operation(hidden = true)
    public TemplateInstance door(@RestPath String token) {
        return Templates.door(DoorView.of(guests.door(token), token, "", null));
    }

    @POST
    @Path("{token}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response claim(
            @RestPath String token,
            @RestForm @DefaultValue("") String personName,
            @RestForm @DefaultValue("") String chosen,
            @RestForm @DefaultValue("") String again) {
        Door door = guests.door(token);
        try {
            if (!chosen.equals(again)) {
                throw new RuleViolation("weak-password", "两次输入的口令不一样，请再输一次。");
            }
            return entered(door, guests.claim(current.get(), token, personName, chosen));
        } catch (RuleViolation refused) {
            return Refused.page(
                    refused, Templates.door(DoorView.of(guests.door(token), token, personName, refused.detail())));
        }
    }

    @POST
    @Path("{token}/enter")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response enter(
            @RestPath String token, @RestForm @DefaultValue("") String passphrase, @Context HttpServerRequest request) {
        Door door = guests.door(token);
        try {
            return entered(door, guests.enter(current.get(), token, passphrase, Clients.of(request)));
        } catch (RuleViolation refused) {
            return Refused.page(refused, Templates.door(DoorView.of(door, token, "", refused.detail())));
        }
    }

    private Response entered(Door door, String session) {
        return Response.seeOther(URI.create("/invitations/" + door.inquiry() + "?done=entered"))
                .cookie(cookies.of(GuestSessions.COOKIE, session))
                .build();
    }

    @POST
    @Path("leave")
    @Operation(hidden = true)
    public Response leave() {
        guests.leave();
        return Response.seeOther(URI.create("/invitations"))
                .cookie(cookies.gone(GuestSessions.COOKIE))
                .build();
    }
}
