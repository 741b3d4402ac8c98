package org.xiangpei.insight.overview.web;

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
import org.xiangpei.insight.LocalSourcingQuery;
import org.xiangpei.insight.overview.Overview;
import org.xiangpei.insight.overview.Overviews;
import org.xiangpei.insight.web.LocalSourcingParameters;
import org.xiangpei.shared.City;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.FigureWorkbook;
import org.xiangpei.shared.web.Download;
import org.xiangpei.shared.web.Uploads;

/** What is bought next door, what is not, and how that changed: the page a bureau looks at once a week. The address holds the question. */
@Path("/overview")
@Needs(Action.READ_RATE)
@Produces(MediaType.TEXT_HTML)
class OverviewPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance overview(OverviewView view, ReportOffer report, String tables);
    }

    private final Overviews overviews;
    private final OverviewViews views;
    private final CurrentActor actor;

    OverviewPages(Overviews overviews, OverviewViews views, CurrentActor actor) {
        this.overviews = overviews;
        this.views = views;
        this.actor = actor;
    }

    /** @throws RuleViolation {@code bad-request} for a date or code that cannot be */
    @GET
    @Operation(hidden = true)
    public TemplateInstance overview(@BeanParam LocalSourcingParameters parameters, @Context UriInfo uri) {
        LocalSourcingQuery query = parameters.toQuery();
        Overview overview = overviews.of(query, actor.get());
        String asked = uri.getRequestUri().getRawQuery();
        return Templates.overview(
                views.of(overview, actor.get().may(Action.SET_TARGETS)),
                ReportOffer.of(query, overview, actor.get()),
                "/overview/tables" + (asked == null ? "" : "?" + asked));
    }

    /** The tables of the page as one workbook. */
    @GET
    @Path("tables")
    @Produces(Uploads.XLSX)
    @Operation(hidden = true)
    public Response tables(@BeanParam LocalSourcingParameters parameters) {
        Overview overview = overviews.of(parameters.toQuery(), actor.get());
        City city = overview.scope().buyerCity();
        return Download.of(
                FigureWorkbook.of(OverviewSheets.of(overview)),
                Uploads.XLSX,
                (city == null ? "长株潭" : city.label()) + "本地配套总览 "
                        + overview.now().asOf() + ".xlsx");
    }
}
