package org.xiangpei.identity.web;

import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Colleagues;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.identity.PasswordResets;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Problem;

/** One person of an organisation: the roles, a link to a new password, the removal. */
@Path("/members/people/{id}")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.MANAGE_MEMBERS)
class PersonPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance person(PersonView view);
    }

    private final MemberViews views;
    private final Colleagues colleagues;
    private final PasswordResets resets;
    private final CurrentActor current;

    PersonPages(MemberViews views, Colleagues colleagues, PasswordResets resets, CurrentActor current) {
        this.views = views;
        this.colleagues = colleagues;
        this.resets = resets;
        this.current = current;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance person(@RestPath long id) {
        return Templates.person(views.person(current.get(), id, null, null));
    }

    @POST
    @Path("roles")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response changeRoles(@RestPath long id, @RestForm @Nullable List<String> roles) {
        return toTheList(
                id, actor -> colleagues.changeRoles(actor, id, RoleChoice.roles(roles == null ? List.of() : roles)));
    }

    @POST
    @Path("remove")
    @Operation(hidden = true)
    public Response remove(@RestPath long id) {
        return toTheList(id, actor -> colleagues.remove(actor, id));
    }

    /** The answer shows the link, this once. */
    @POST
    @Path("reset-link")
    @Operation(hidden = true)
    public Response makeResetLink(@RestPath long id, @Context UriInfo uri) {
        Actor actor = current.get();
        try {
            String token = resets.makeLink(actor, id);
            String name = colleagues.get(actor, id).account().name();
            var made = new MadeLink(name, MadeLink.address(uri, ResetPages.PATH, token), null);
            return Response.ok(Templates.person(views.person(actor, id, null, made)))
                    .build();
        } catch (RuleViolation refused) {
            return refused(id, refused);
        }
    }

    private interface Change {
        void by(Actor actor);
    }

    private Response toTheList(long id, Change change) {
        Actor actor = current.get();
        String organization = colleagues.get(actor, id).organization().code();
        try {
            change.by(actor);
            return Response.seeOther(MemberPages.of(actor, organization)).build();
        } catch (RuleViolation refused) {
            return refused(id, refused);
        }
    }

    private Response refused(long id, RuleViolation refused) {
        return Response.status(Problem.status(refused.code()))
                .entity(Templates.person(views.person(current.get(), id, refused.detail(), null)))
                .build();
    }
}
