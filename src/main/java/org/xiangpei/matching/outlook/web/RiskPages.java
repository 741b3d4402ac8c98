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

/** Which lines may lose all that qualifies for them: a buyer reads of the own lines, a bureau of the products of its city. */
@Path("/risks")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.SEE_SUPPLY_RISKS)
class RiskPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance risks(RiskView view);
    }

    private final RiskViews views;
    private final CurrentActor current;

    RiskPages(RiskViews views, CurrentActor current) {
        this.views = views;
        this.current = current;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance risks() {
        Actor actor = current.get();
        boolean bureau = actor.reach(Action.SEE_SUPPLY_RISKS)
                .filter(reach -> reach == Reach.CITY)
                .isPresent();
        return Templates.risks(
                bureau ? actor.city().map(views::ofCity).orElseGet(() -> views.own(actor)) : views.own(actor));
    }
}
