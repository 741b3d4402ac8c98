package org.xiangpei.insight.release.web;

import java.net.URI;
import java.util.Objects;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.insight.release.Releases;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Problem;

/** What the bureaus have released, for everybody to read; and what a bureau says to a release. */
@Path("/released")
@Needs(Action.READ_RELEASED)
@Produces(MediaType.TEXT_HTML)
class ReleasePages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance releases(ReleaseListView view);

        static native TemplateInstance release(ReleaseView view);
    }

    private final Releases releases;
    private final ReleaseViews views;
    private final CurrentActor actor;

    ReleasePages(Releases releases, ReleaseViews views, CurrentActor actor) {
        this.releases = releases;
        this.views = views;
        this.actor = actor;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list() {
        return Templates.releases(views.list(actor.get()));
    }

    /** @throws NotFound when there is none that the reader may know of */
    @GET
    @Path("{code}")
    @Operation(hidden = true)
    public TemplateInstance one(@RestPath String code) {
        return Templates.release(views.one(actor.get(), code, "", null));
    }

    @POST
    @Path("{code}/agreement")
    @Needs(Action.RELEASE_FIGURES)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response agree(@RestPath String code) {
        return said(code, "", () -> releases.agree(actor.get(), code));
    }

    @POST
    @Path("{code}/refusal")
    @Needs(Action.RELEASE_FIGURES)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response decline(@RestPath String code, @RestForm @Nullable String reason) {
        String typed = Objects.requireNonNullElse(reason, "");
        return said(code, typed, () -> releases.decline(actor.get(), code, typed));
    }

    @POST
    @Path("{code}/withdrawal")
    @Needs(Action.RELEASE_FIGURES)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response withdraw(@RestPath String code, @RestForm @Nullable String reason) {
        String typed = Objects.requireNonNullElse(reason, "");
        return said(code, typed, () -> releases.withdraw(actor.get(), code, typed));
    }

    private Response said(String code, String typed, Runnable change) {
        try {
            change.run();
            return Response.seeOther(URI.create("/released/" + code)).build();
        } catch (RuleViolation refused) {
            return Response.status(Problem.status(refused.code()))
                    .entity(Templates.release(views.one(actor.get(), code, typed, refused.detail())))
                    .build();
        }
    }
}
