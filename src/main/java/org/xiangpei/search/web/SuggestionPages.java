package org.xiangpei.search.web;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.search.CatalogSearch;
import org.xiangpei.search.Suggestion;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.web.Address;

/** The fragment under a search box while somebody types. */
@Path("/suggestions")
@Produces(MediaType.TEXT_HTML)
class SuggestionPages {

    private static final int OF_EACH_KIND = 4;
    private static final int LONGEST = 50;

    /** @param url where choosing it leads */
    public record SuggestionRow(String kind, String text, String detail, String url) {
        static SuggestionRow of(Suggestion it) {
            return new SuggestionRow(Labels.of(it.kind()), it.text(), it.detail(), url(it));
        }

        private static String url(Suggestion it) {
            return switch (it.kind()) {
                case PRODUCT -> "/products/" + it.code();
                case FIRM -> "/firms/" + it.code();
                case CATEGORY ->
                    Address.of("/products").and("category", it.code()).toString();
            };
        }
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance suggestions(List<SuggestionRow> rows, String box);
    }

    private final CatalogSearch search;

    SuggestionPages(CatalogSearch search) {
        this.search = search;
    }

    /** Nothing for nothing typed, and for what is too long to be the beginning of a name. */
    @GET
    @Operation(hidden = true)
    public TemplateInstance suggestions(@RestQuery @Nullable String q, @RestQuery @Nullable String box) {
        String beginning = q == null ? "" : q.strip();
        List<Suggestion> found = beginning.isEmpty() || beginning.length() > LONGEST
                ? List.of()
                : search.suggest(beginning, OF_EACH_KIND);
        return Templates.suggestions(
                found.stream().map(SuggestionRow::of).toList(), "top-q".equals(box) ? "top-q" : "q");
    }
}
