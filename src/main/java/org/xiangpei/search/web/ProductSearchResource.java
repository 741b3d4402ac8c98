package org.xiangpei.search.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

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
import org.xiangpei.identity.Needs;
import org.xiangpei.search.CatalogSearch;
import org.xiangpei.search.SearchResult;
import org.xiangpei.shared.web.Problem;

/** The catalogue as a list in JSON: search, facets, order. */
@Path("/api/v1/products")
@Needs(Action.READ_CATALOGUE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "catalogue")
class ProductSearchResource {

    private final CatalogSearch search;
    private final Clock clock;

    ProductSearchResource(CatalogSearch search, Clock clock) {
        this.search = search;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Search products",
            description =
                    "All the words first; when no product has all of them (relaxed=true), what was probably meant (didYouMean says"
                            + " what), or else products with some of the words or near in meaning. Full width, traditional characters, case, and the dashes and"
                            + " spaces of a model number make no difference. Values of one facet are alternatives, facets narrow one another.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ProductSearchResponse.class)))
    @APIResponse(
            responseCode = "400",
            description = "A parameter makes no sense; the detail says which and what would be right",
            content = @Content(mediaType = Problem.JSON, schema = @Schema(implementation = Problem.class)))
    public ProductSearchResponse products(@BeanParam ProductSearchParameters parameters) {
        LocalDate today = LocalDate.now(clock);
        Map<String, String> categories = search.categoryNames();
        SearchResult result = search.search(parameters.query(today, categories));
        return ProductSearchResponse.of(result, categories, today);
    }
}
