package org.xiangpei.identity.web;

import java.net.URI;
import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Invitations;
import org.xiangpei.identity.Invitee;
import org.xiangpei.identity.Needs;
import org.xiangpei.identity.web.MembersView.InviteForm;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Problem;

/** The people of an organisation, and the invitations into it. */
@Path(MemberPages.PATH)
@Produces(MediaType.TEXT_HTML)
@Needs(Action.MANAGE_MEMBERS)
class MemberPages {

    static final String PATH = "/members";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance members(MembersView view);
    }

    private final MemberViews views;
    private final Invitations invitations;
    private final CurrentActor current;

    MemberPages(MemberViews views, Invitations invitations, CurrentActor current) {
        this.views = views;
        this.invitations = invitations;
        this.current = current;
    }

    /** @param organization of another organisation, for the operator */
    @GET
    @Operation(hidden = true)
    public TemplateInstance members(@RestQuery @DefaultValue("") String organization) {
        Actor actor = current.get();
        return Templates.members(views.members(actor, own(actor, organization), InviteForm.EMPTY, null));
    }

    /** The answer shows the link, this once. */
    @POST
    @Path("invitations")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response invite(
            @RestForm @DefaultValue("") String organization,
            @RestForm @DefaultValue("") String name,
            @RestForm @DefaultValue("") String email,
            @RestForm @Nullable List<String> roles,
            @Context UriInfo uri) {
        Actor actor = current.get();
        String into = own(actor, organization);
        var form = new InviteForm(name, email, roles == null ? List.of() : List.copyOf(roles), null);
        try {
            Invitations.Made invited =
                    invitations.invite(actor, into, new Invitee(name, email, RoleChoice.roles(form.roles())));
            var made = new MadeLink(
                    name.strip(),
                    MadeLink.address(uri, JoinPages.PATH, invited.token()),
                    invited.mailedTo().orElse(null));
            return Response.ok(Templates.members(views.members(actor, into, InviteForm.EMPTY, made)))
                    .build();
        } catch (RuleViolation wrong) {
            return Response.status(Problem.status(wrong.code()))
                    .entity(Templates.members(views.members(actor, into, form.with(wrong.detail()), null)))
                    .build();
        }
    }

    @POST
    @Path("invitations/{id}/revoke")
    @Operation(hidden = true)
    public Response revoke(@RestPath long id) {
        return Response.seeOther(of(current.get(), invitations.revoke(current.get(), id)))
                .build();
    }

    /** The address of the people of an organisation. */
    static URI of(Actor actor, String organization) {
        return URI.create(Address.of(PATH)
                .and("organization", organization.equals(actor.organization()) ? null : organization)
                .toString());
    }

    private static String own(Actor actor, String organization) {
        String own = actor.organization();
        return organization.isEmpty() && own != null ? own : organization;
    }
}
