package org.xiangpei.insight.web;

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
import org.xiangpei.insight.LocalSourcing;
import org.xiangpei.insight.LocalSourcingChanges;
import org.xiangpei.shared.web.Problem;

/** The four numbers of the local sourcing rate (本地配套率). */
@Path("/api/v1/local-sourcing")
@Needs(Action.READ_RATE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "local sourcing")
class LocalSourcingResource {

    private final LocalSourcing localSourcing;
    private final LocalSourcingChanges changes;
    private final CurrentActor actor;

    LocalSourcingResource(LocalSourcing localSourcing, LocalSourcingChanges changes, CurrentActor actor) {
        this.localSourcing = localSourcing;
        this.changes = changes;
        this.actor = actor;
    }

    @GET
    @Operation(
            summary = "The local sourcing rate",
            description =
                    "Local is what is produced in 长沙, 株洲 or 湘潭, wherever the supplier is registered; unknown origin counts as"
                            + " not local and its share stands beside the rate. The same question with the same asOf gets the same answer,"
                            + " whatever is corrected later. A period without records answers zeros and a null value.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = LocalSourcingResponse.class)))
    @APIResponse(
            responseCode = "400",
            description = "A date, groupBy, buyer, city, kind of buyers, category or chain that cannot be",
            content = @Content(mediaType = Problem.JSON, schema = @Schema(implementation = Problem.class)))
    public LocalSourcingResponse rate(@BeanParam LocalSourcingParameters parameters) {
        return LocalSourcingResponse.of(localSourcing.report(parameters.toQuery(), actor.get()));
    }

    @GET
    @Path("changes")
    @Operation(
            summary = "Why the rate changed between two days",
            description =
                    "The same period as known at the end of two days, each number with its difference taken apart by reasons. The points of"
                            + " the parts are together exactly the difference: a part is worth (its change of the numerator less its change of"
                            + " the denominator times the rate before) divided by the denominator after.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = LocalSourcingChangesResponse.class)))
    @APIResponse(
            responseCode = "400",
            description = "A date, buyer, city, kind of buyers, category or chain that cannot be",
            content = @Content(mediaType = Problem.JSON, schema = @Schema(implementation = Problem.class)))
    public LocalSourcingChangesResponse changes(@BeanParam ChangeParameters parameters) {
        return LocalSourcingChangesResponse.of(changes.report(parameters.toQuery(), actor.get()));
    }
}
