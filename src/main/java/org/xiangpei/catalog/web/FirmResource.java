package org.xiangpei.catalog.web;

import java.time.Clock;
import java.time.LocalDate;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import org.xiangpei.catalog.FirmProfiles;
import org.xiangpei.identity.Action;
import org.xiangpei.identity.Needs;
import org.xiangpei.shared.web.Problem;

/** One firm of the catalogue in JSON. */
@Path("/api/v1/firms/{code}")
@Needs(Action.READ_CATALOGUE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "catalogue")
class FirmResource {

    private final FirmProfiles firms;
    private final Clock clock;

    FirmResource(FirmProfiles firms, Clock clock) {
        this.firms = firms;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "One firm", description = "With its production sites, its own certificates and its products.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FirmResponse.class)))
    @APIResponse(
            responseCode = "404",
            description = "No such firm",
            content = @Content(mediaType = Problem.JSON, schema = @Schema(implementation = Problem.class)))
    public FirmResponse firm(@Parameter(description = "Firm code", example = "F001") @RestPath String code) {
        return FirmResponse.of(firms.get(code), LocalDate.now(clock));
    }
}
