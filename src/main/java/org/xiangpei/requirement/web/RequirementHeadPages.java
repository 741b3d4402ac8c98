package org.xiangpei.requirement.web;

import java.net.URI;
import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.requirement.Attachments;
import org.xiangpei.requirement.Requirement;
import org.xiangpei.requirement.Requirements;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Download;
import org.xiangpei.shared.web.Refused;

/** The head of a requirement and its attachments. A draft saves itself while it is written. */
@Path("/requirements")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.KEEP_REQUIREMENTS)
class RequirementHeadPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance head(HeadView view);

        static native TemplateInstance saved(HeadView.Saved saved);
    }

    private final Requirements requirements;
    private final Attachments attachments;
    private final RequirementViews views;
    private final CurrentActor actor;

    RequirementHeadPages(
            Requirements requirements, Attachments attachments, RequirementViews views, CurrentActor actor) {
        this.requirements = requirements;
        this.attachments = attachments;
        this.views = views;
        this.actor = actor;
    }

    @GET
    @Path("{code}/head")
    @Operation(hidden = true)
    public TemplateInstance head(@RestPath String code) {
        return Templates.head(views.head(actor.get(), code));
    }

    /** What htmx reports of a draft is answered with what is to be said of it; a form that is sent leads back to the lines. */
    @POST
    @Path("{code}/head")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response save(
            @RestPath String code,
            @HeaderParam("HX-Request") @Nullable String byHtmx,
            MultivaluedMap<String, String> sent) {
        Actor buyer = actor.get();
        HeadForm typed = HeadForm.of(sent);
        try {
            Requirement of = requirements.write(buyer, code, typed.read(), typed.seen());
            return byHtmx == null
                    ? seeOther("/requirements/" + code)
                    : fragment(new HeadView.Saved(views.minute(of.savedAt()), null, List.of(), of.headVersion()));
        } catch (RuleViolation refused) {
            return byHtmx == null
                    ? Refused.page(refused, Templates.head(views.head(buyer, code, typed, refused)))
                    : fragment(new HeadView.Saved(
                            "", refused.detail(), List.copyOf(Faults.of(refused).values()), typed.seen()));
        }
    }

    private static Response fragment(HeadView.Saved saved) {
        return Response.ok(Templates.saved(saved)).build();
    }

    @POST
    @Path("{code}/files")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response addFile(@RestPath String code, @RestForm("file") @Nullable FileUpload file) {
        Actor buyer = actor.get();
        try {
            if (file == null || file.fileName().isBlank()) {
                throw new RuleViolation("bad-attachment", "请先选择一个文件，再上传。");
            }
            attachments.add(buyer, code, file.fileName(), file.uploadedFile());
            return seeOther("/requirements/" + code + "/head#files");
        } catch (RuleViolation refused) {
            return Refused.page(
                    refused,
                    Templates.head(views.head(buyer, code, HeadForm.of(requirements.own(buyer, code)), refused)));
        }
    }

    @POST
    @Path("{code}/files/{id}/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response removeFile(@RestPath String code, @RestPath String id) {
        attachments.remove(actor.get(), code, id);
        return seeOther("/requirements/" + code + "/head#files");
    }

    @GET
    @Path("{code}/files/{id}")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response file(@RestPath String code, @RestPath String id) {
        return Download.of(attachments.own(actor.get(), code, id), "attachment-" + code);
    }

    private static Response seeOther(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
