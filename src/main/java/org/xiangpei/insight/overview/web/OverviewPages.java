package org.xiangpei.insight.overview.web;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.insight.overview.Overviews;
import org.xiangpei.insight.web.LocalSourcingParameters;
import org.xiangpei.shared.RuleViolation;

/** What is bought next door, what is not, and how that changed: the page a bureau looks at once a week. The address holds the question. */
@Path("/overview")
@Needs(Action.READ_RATE)
@Produces(MediaType.TEXT_HTML)
class OverviewPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance overview(OverviewView view);
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
    public TemplateInstance overview(@BeanParam LocalSourcingParameters parameters) {
        return Templates.overview(views.of(
                overviews.of(parameters.toQuery(), actor.get()), actor.get().may(Action.SET_TARGETS)));
    }
}
