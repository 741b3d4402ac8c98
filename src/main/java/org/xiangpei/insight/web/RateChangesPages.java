package org.xiangpei.insight.web;

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
import org.xiangpei.insight.LocalSourcingChanges;
import org.xiangpei.shared.RuleViolation;

/** Why the rate of a period is another as known on another day. The address holds the question. */
@Path("/rate/changes")
@Needs(Action.READ_RATE)
@Produces(MediaType.TEXT_HTML)
class RateChangesPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance changes(RateChangeView view);
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
    public TemplateInstance changes(@BeanParam ChangeParameters parameters) {
        return Templates.changes(views.of(changes.report(parameters.toQuery(), actor.get())));
    }
}
