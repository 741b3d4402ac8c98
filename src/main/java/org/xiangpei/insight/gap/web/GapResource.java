package org.xiangpei.insight.gap.web;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.insight.gap.GapLedger;
import org.xiangpei.shared.web.Problem;

/** The gap ledger (缺口台账): unmet demand, grouped by what is lacking. */
@Path("/api/v1/gaps")
@Needs(Action.READ_GAPS)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "gaps")
class GapResource {

    private final GapLedger ledger;
    private final CurrentActor actor;

    GapResource(GapLedger ledger, CurrentActor actor) {
        this.ledger = ledger;
        this.actor = actor;
    }

    @GET
    @Operation(
            summary = "The gaps as of a day",
            description =
                    "A gap is what unmet requirement lines of one category lack alike: the same properties, and quantities in the same"
                            + " step of a grid that doubles (temperatures: 25 ℃). Each unmet line is in exactly one gap. A gap closes by"
                            + " itself when all its lines have a qualified product or ended, and opens again with the next. coveragePoints"
                            + " is lines ÷ all lines, exactly what the coverage rate would gain. Gaps of fewer than 5 lines or of one buyer"
                            + " are hidden: only what is lacking is told, without numbers and levels.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = GapsResponse.class)))
    @APIResponse(
            responseCode = "400",
            description = "A day, city, category, chain, state or page that cannot be",
            content = @Content(mediaType = Problem.JSON, schema = @Schema(implementation = Problem.class)))
    public GapsResponse gaps(@BeanParam GapParameters parameters) {
        return GapsResponse.of(ledger.report(parameters.toQuery(), actor.get()));
    }
}
