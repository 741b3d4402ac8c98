package org.xiangpei.insight.web;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.insight.ChangeReport;
import org.xiangpei.insight.LocalSourcingChanges;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.FigureWorkbook;
import org.xiangpei.shared.web.Download;
import org.xiangpei.shared.web.Uploads;

/** Why the rate of a period is another as known on another day. The address holds the question. */
@Path("/rate/changes")
@Needs(Action.READ_RATE)
@Produces(MediaType.TEXT_HTML)
class RateChangesPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance changes(RateChangeView view, String tables);
    }

    private final LocalSourcingChanges changes;
    private final RateChangeViews views;
    private final CurrentActor actor;

    RateChangesPages(LocalSourcingChanges changes, RateChangeViews views, CurrentActor actor) {
        this.changes = changes;
        this.views = views;
        this.actor = actor;
    }

    /** @throws RuleViolation {@code bad-request} for a date or code that cannot be */
    @GET
    @Operation(hidden = true)
    public TemplateInstance changes(@BeanParam ChangeParameters parameters, @Context UriInfo uri) {
        String asked = uri.getRequestUri().getRawQuery();
        return Templates.changes(
                views.of(changes.report(parameters.toQuery(), actor.get())),
                "/rate/changes/tables" + (asked == null ? "" : "?" + asked));
    }

    /** The tables of the page as one workbook. */
    @GET
    @Path("tables")
    @Produces(Uploads.XLSX)
    @Operation(hidden = true)
    public Response tables(@BeanParam ChangeParameters parameters) {
        ChangeReport report = changes.report(parameters.toQuery(), actor.get());
        return Download.of(
                FigureWorkbook.of(RateChangeSheets.of(report)),
                Uploads.XLSX,
                "本地配套率为什么变了 " + report.asOfBefore() + " 至 " + report.asOfAfter() + ".xlsx");
    }
}
