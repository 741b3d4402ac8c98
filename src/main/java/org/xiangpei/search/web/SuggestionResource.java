package org.xiangpei.search.web;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Needs;
import org.xiangpei.search.CatalogSearch;
import org.xiangpei.search.Suggestion;
import org.xiangpei.shared.web.WholeAnswer;

/** Completions of what is being typed, in JSON. */
@Path("/api/v1/suggestions")
@Needs(Action.READ_CATALOGUE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "catalogue")
class SuggestionResource {

    private static final int OF_EACH_KIND = 5;

    private final CatalogSearch search;

    SuggestionResource(CatalogSearch search) {
        this.search = search;
    }

    /** @param items products first, then firms, then categories, the best of each first */
    @Schema(description = "Completions: kind is product, firm or category")
    record SuggestionsResponse(List<Completion> items) implements WholeAnswer {}

    @Schema(name = "Suggestion")
    record Completion(Suggestion.Kind kind, String code, String text, String detail) {
        static Completion of(Suggestion it) {
            return new Completion(it.kind(), it.code(), it.text(), it.detail());
        }
    }

    @GET
    @Operation(
            summary = "Complete what is being typed",
            description =
                    "Names of products, firms and categories that begin so or have it in the middle, model numbers, codes;"
                            + " after them what sounds so when pinyin or first letters are typed, and what is nearly so when there"
                            + " is nothing else. At most five of each kind. Nothing for nothing.")
    public SuggestionsResponse suggestions(
            @Parameter(description = "What is typed so far", example = "浅基") @RestQuery @Nullable String q) {
        List<Suggestion> found = q == null ? List.of() : search.suggest(q, OF_EACH_KIND);
        return new SuggestionsResponse(found.stream().map(Completion::of).toList());
    }
}
