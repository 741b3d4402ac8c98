package org.xiangpei.sourcing.quotation.web;

import jakarta.transaction.Transactional;
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
import org.jboss.resteasy.reactive.RestPath;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Download;
import org.xiangpei.sourcing.Inquiries;
import org.xiangpei.sourcing.quotation.Openings;
import org.xiangpei.sourcing.quotation.Quotations;

/** The opening of quotations by officers, and what came in. */
@Path("/inquiries/{code}/opening")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.OPEN_QUOTATIONS)
class OpeningPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance opening(OpeningView view);

        static native TemplateInstance one(OpenedView view);
    }

    private final Openings openings;
    private final Inquiries inquiries;
    private final Quotations quotations;
    private final OpeningViews views;
    private final CurrentActor actor;

    OpeningPages(
            Openings openings, Inquiries inquiries, Quotations quotations, OpeningViews views, CurrentActor actor) {
        this.openings = openings;
        this.inquiries = inquiries;
        this.quotations = quotations;
        this.views = views;
        this.actor = actor;
    }

    @GET
    @Operation(hidden = true)
    public Response opening(@RestPath String code) {
        return Answers.page(Templates.opening(views.page(actor.get(), code, null)));
    }

    @POST
    @Path("confirm")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response confirm(@RestPath String code) {
        try {
            openings.confirm(actor.get(), code);
            return Answers.seeOther("/inquiries/" + code + "/opening");
        } catch (RuleViolation refused) {
            return Answers.refused(refused, Templates.opening(views.page(actor.get(), code, refused.detail())));
        }
    }

    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public Response one(@RestPath String code, @RestPath long id) {
        return Answers.page(Templates.one(views.one(actor.get(), code, id)));
    }

    @GET
    @Path("{id}/files/{file}")
    @Produces(MediaType.WILDCARD)
    @Transactional
    @Operation(hidden = true)
    public Response file(@RestPath String code, @RestPath long id, @RestPath String file) {
        inquiries.own(actor.get(), code);
        return Download.of(quotations.file(quotations.get(code, id), file), "quotation-" + code + "-" + id);
    }

    /** The text of which the receipt is the hash. */
    @GET
    @Path("{id}/content")
    @Produces(MediaType.WILDCARD)
    @Transactional
    @Operation(hidden = true)
    public Response content(@RestPath String code, @RestPath long id) {
        inquiries.own(actor.get(), code);
        return Answers.file(
                quotations.submission(quotations.get(code, id)).content(),
                MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8").toString(),
                "quotation-" + code + "-" + id + ".json");
    }
}
