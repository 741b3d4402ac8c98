package org.xiangpei.recognition.web;

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
import org.xiangpei.recognition.SuspensionReason;
import org.xiangpei.recognition.Suspensions;
import org.xiangpei.recognition.web.StandingViews.Typed;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Choices;
import org.xiangpei.shared.web.Problem;

/** The recognition of one product for the bureaus: what became of it, and its suspension by the home city. */
@Path("/standings/{code}")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.READ_FILINGS)
class StandingPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance one(StandingView view);
    }

    private final Suspensions suspensions;
    private final StandingViews views;
    private final CurrentActor actor;

    StandingPages(Suspensions suspensions, StandingViews views, CurrentActor actor) {
        this.suspensions = suspensions;
        this.views = views;
        this.actor = actor;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance one(@RestPath String code) {
        return Templates.one(views.one(actor.get(), code, null, Typed.NOTHING));
    }

    @POST
    @Path("suspension")
    @Needs(Action.SUSPEND_PRODUCTS)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response suspend(
            @RestPath String code,
            @RestForm @Nullable String until,
            @RestForm @Nullable String reason,
            @RestForm @Nullable String note) {
        return changed(
                code,
                new Typed(text(until), text(reason), text(note)),
                () -> suspensions.suspend(
                        actor.get(),
                        code,
                        Choices.date("until", until)
                                .orElseThrow(() -> new RuleViolation("bad-suspension", "请选择暂停的最后一天。")),
                        Choices.choice(SuspensionReason.class, "reason", reason)
                                .orElseThrow(() -> new RuleViolation("bad-suspension", "请选择暂停理由。")),
                        text(note)));
    }

    @POST
    @Path("resumption")
    @Needs(Action.SUSPEND_PRODUCTS)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response resume(@RestPath String code, @RestForm @Nullable String note) {
        return changed(code, new Typed("", "", text(note)), () -> suspensions.resume(actor.get(), code, text(note)));
    }

    private Response changed(String code, Typed typed, Runnable change) {
        try {
            change.run();
            return Response.seeOther(URI.create("/standings/" + code)).build();
        } catch (RuleViolation refused) {
            return Response.status(Problem.status(refused.code()))
                    .entity(Templates.one(views.one(actor.get(), code, refused, typed)))
                    .build();
        }
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
