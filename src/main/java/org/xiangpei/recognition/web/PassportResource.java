package org.xiangpei.recognition.web;

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

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Needs;
import org.xiangpei.recognition.passport.Passports;
import org.xiangpei.shared.web.Problem;

/** The passport of a product in JSON. */
@Path("/api/v1/products/{code}/passport")
@Needs(Action.READ_CATALOGUE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "recognition")
class PassportResource {

    private final Passports passports;

    PassportResource(Passports passports) {
        this.passports = passports;
    }

    @GET
    @Operation(
            summary = "The passport of a product",
            description =
                    "What is on record of its recognition, its status today, and the signed text (JWS, EdDSA) to be checked"
                            + " with the keys at /passport/keys. passport is null where nothing is signed; withheld says why.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PassportResponse.class)))
    @APIResponse(
            responseCode = "404",
            description = "No such product",
            content = @Content(mediaType = Problem.JSON, schema = @Schema(implementation = Problem.class)))
    public PassportResponse passport(@Parameter(description = "Product code", example = "P010") @RestPath String code) {
        return PassportResponse.of(passports.get(code));
    }
}
