package org.xiangpei.matching.outlook.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.identity.Reach;

/** What products lack for lines that are asked for now: a firm reads of its own products, a bureau of its city's together. */
@Path("/near-misses")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.SEE_NEAR_MISSES)
class NearMissPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance nearMisses(NearMissView view);
    }

    private final NearMissViews views;
    private final CurrentActor current;

    NearMissPages(NearMissViews views, CurrentActor current) {
        this.views = views;
        this.current = current;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance nearMisses() {
        Actor actor = current.get();
        boolean bureau = actor.reach(Action.SEE_NEAR_MISSES)
                .filter(reach -> reach == Reach.CITY)
                .isPresent();
        return Templates.nearMisses(
                bureau ? actor.city().map(views::ofCity).orElseGet(() -> views.ofFirm(actor)) : views.ofFirm(actor));
    }
}
