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

import org.xiangpei.catalog.ProductProfiles;
import org.xiangpei.identity.Action;
import org.xiangpei.identity.Needs;
import org.xiangpei.shared.web.Problem;

/** One product of the catalogue in JSON. */
@Path("/api/v1/products/{code}")
@Needs(Action.READ_CATALOGUE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "catalogue")
class ProductResource {

    private final ProductProfiles products;
    private final Clock clock;

    ProductResource(ProductProfiles products, Clock clock) {
        this.products = products;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "One product",
            description = "With its typed specifications (a property that the product does not state has stated=false),"
                    + " the certificates of product and firm, and interchangeable parts.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProductResponse.class)))
    @APIResponse(
            responseCode = "404",
            description = "No such product",
            content = @Content(mediaType = Problem.JSON, schema = @Schema(implementation = Problem.class)))
    public ProductResponse product(@Parameter(description = "Product code", example = "P001") @RestPath String code) {
        return ProductResponse.of(products.get(code), LocalDate.now(clock));
    }
}
