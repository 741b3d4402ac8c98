package org.xiangpei.sourcing.award.web;

import java.net.URI;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Refused;
import org.xiangpei.shared.web.Uploads;
import org.xiangpei.sourcing.award.Renewals;

/** All lines of all quotations side by side (比价), what a selection comes to, and the same as a workbook. */
@Path("/inquiries/{code}/comparison")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.AWARD)
class ComparisonPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance comparison(ComparisonView view);
    }

    private final ComparisonViews views;
    private final ComparisonWorkbooks workbooks;
    private final Renewals renewals;
    private final CurrentActor actor;

    ComparisonPages(ComparisonViews views, ComparisonWorkbooks workbooks, Renewals renewals, CurrentActor actor) {
        this.views = views;
        this.workbooks = workbooks;
        this.renewals = renewals;
        this.actor = actor;
    }

    /** @throws NotFound when there is no such inquiry, or it is another organisation's */
    @GET
    @Operation(hidden = true)
    public TemplateInstance comparison(
            @RestPath String code, @Context UriInfo uri, @RestQuery @DefaultValue("") String done) {
        return Templates.comparison(
                views.of(actor.get(), code, ComparisonChoices.of(uri.getQueryParameters()), done, null));
    }

    /** @throws RuleViolation {@code inquiry-state} before the opening */
    @GET
    @Path("workbook")
    @Produces(Uploads.XLSX)
    @Operation(hidden = true)
    public Response workbook(@RestPath String code, @Context UriInfo uri) {
        byte[] workbook = workbooks.of(actor.get(), code, ComparisonChoices.picks(uri.getQueryParameters()));
        return Response.ok(workbook, Uploads.XLSX)
                .header("Content-Disposition", "attachment; filename=\"comparison-" + code + ".xlsx\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    /** Asks a supplier whose quotation has expired whether it stands by it. */
    @POST
    @Path("renewals")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response askToRenew(@RestPath String code, @RestForm @DefaultValue("0") long quotation) {
        Actor buyer = actor.get();
        try {
            renewals.ask(buyer, code, quotation);
            return Response.seeOther(URI.create("/inquiries/" + code + "/comparison?done=asked"))
                    .build();
        } catch (RuleViolation refused) {
            return Refused.page(
                    refused,
                    Templates.comparison(
                            views.of(buyer, code, ComparisonChoices.of(new MultivaluedHashMap<>()), "", refused)));
        }
    }
}
