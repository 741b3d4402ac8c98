package org.xiangpei.recognition.web;

import java.net.URI;
import java.util.List;
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
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.recognition.Examination;
import org.xiangpei.recognition.Revocations;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Download;
import org.xiangpei.shared.web.Problem;

/** Revocations, for the firm: what it is reproached with, and its answer (陈述申辩). */
@Path("/hearings")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.ANSWER_REVOCATIONS)
class HearingPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance hearings(List<RevocationView.Row> rows);

        static native TemplateInstance one(RevocationView view);
    }

    private final Revocations revocations;
    private final RevocationViews views;
    private final CurrentActor actor;

    HearingPages(Revocations revocations, RevocationViews views, CurrentActor actor) {
        this.revocations = revocations;
        this.views = views;
        this.actor = actor;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list() {
        return Templates.hearings(views.ownRows(actor.get()));
    }

    @GET
    @Path("{code}")
    @Operation(hidden = true)
    public TemplateInstance one(@RestPath String code) {
        return Templates.one(views.own(actor.get(), code, null, ""));
    }

    @GET
    @Path("{code}/files/{id}")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response file(@RestPath String code, @RestPath String id) {
        return Download.of(revocations.ownFile(actor.get(), code, id), "paper-" + code);
    }

    @POST
    @Path("{code}/statement")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response state(
            @RestPath String code,
            @RestForm @Nullable String text,
            @RestForm("papers") @Nullable List<FileUpload> papers) {
        String typed = Objects.requireNonNullElse(text, "").strip();
        return changed(code, typed, () -> revocations.state(actor.get(), code, typed, read(papers)));
    }

    private static List<Examination.Evidence> read(@Nullable List<FileUpload> papers) {
        return Objects.requireNonNullElse(papers, List.<FileUpload>of()).stream()
                .flatMap(it -> PaperIntake.take(it).stream())
                .toList();
    }

    @POST
    @Path("{code}/waiver")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response waive(@RestPath String code) {
        return changed(code, "", () -> revocations.waive(actor.get(), code));
    }

    private Response changed(String code, String typed, Runnable change) {
        try {
            change.run();
            return Response.seeOther(URI.create("/hearings/" + code)).build();
        } catch (RuleViolation refused) {
            return Response.status(Problem.status(refused.code()))
                    .entity(Templates.one(views.own(actor.get(), code, refused, typed)))
                    .build();
        }
    }
}
