package org.xiangpei.sourcing.followup.web;

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

/** What of all awards waits for the own organisation: deliveries, acceptances, ratings, answers. */
@Path("/follow-ups")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.FOLLOW_PURCHASES)
class WaitingPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance waiting(WaitingView view);
    }

    private final WaitingViews views;
    private final CurrentActor current;

    WaitingPages(WaitingViews views, CurrentActor current) {
        this.views = views;
        this.current = current;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance waiting() {
        return Templates.waiting(views.of(current.get()));
    }
}
