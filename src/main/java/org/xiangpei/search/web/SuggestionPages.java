package org.xiangpei.search.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Needs;
import org.xiangpei.search.CatalogSearch;
import org.xiangpei.search.Suggestion;
import org.xiangpei.search.Suggestion.Kind;
import org.xiangpei.search.web.SearchView.Piece;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.web.Address;

/** The fragment under a search box while somebody types: what it may become, by kind, and last the search for it as it is. */
@Path("/suggestions")
@Needs(Action.READ_CATALOGUE)
@Produces(MediaType.TEXT_HTML)
class SuggestionPages {

    private static final int MOST_PRODUCTS = 5;
    private static final int MOST_OTHERS = 3;
    private static final int LONGEST = 50;

    /**
     * @param box the search box that it belongs to, the beginning of all ids
     * @param all the search for what is typed, as the last choice
     */
    public record SuggestionsView(String box, List<Group> groups, Row all) {}

    public record Group(String kind, String label, List<Row> rows) {}

    /**
     * @param number from 1, over all groups
     * @param url where choosing it leads
     */
    public record Row(int number, List<Piece> text, String detail, String url) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance suggestions(@Nullable SuggestionsView view);
    }

    private final CatalogSearch search;

    SuggestionPages(CatalogSearch search) {
        this.search = search;
    }

    /** Nothing for nothing typed, and for what is too long to be the beginning of a name. */
    @GET
    @Operation(hidden = true)
    public TemplateInstance suggestions(@RestQuery @Nullable String q, @RestQuery @Nullable String box) {
        String typed = q == null ? "" : q.strip();
        return Templates.suggestions(
                typed.isEmpty() || typed.length() > LONGEST ? null : view(typed, "top-q".equals(box) ? "top-q" : "q"));
    }

    private SuggestionsView view(String typed, String box) {
        List<Suggestion> found = search.suggest(typed, MOST_PRODUCTS);
        var groups = new ArrayList<Group>();
        int number = 1;
        for (Kind kind : Kind.values()) {
            var rows = new ArrayList<Row>();
            for (Suggestion suggestion : best(found, kind)) {
                rows.add(row(number++, suggestion));
            }
            if (!rows.isEmpty()) {
                groups.add(new Group(kind.code(), Labels.of(kind), rows));
            }
        }
        String address = Address.of("/products").and("q", typed).toString();
        return new SuggestionsView(box, groups, new Row(number, Pieces.of(typed, List.of()), "", address));
    }

    private static List<Suggestion> best(List<Suggestion> found, Kind kind) {
        Stream<Suggestion> ofKind = found.stream().filter(it -> it.kind() == kind);
        return ofKind.limit(kind == Kind.PRODUCT ? MOST_PRODUCTS : MOST_OTHERS).toList();
    }

    private static Row row(int number, Suggestion it) {
        return new Row(number, Pieces.of(it.text(), it.typed()), it.detail(), url(it));
    }

    private static String url(Suggestion it) {
        return switch (it.kind()) {
            case PRODUCT -> "/products/" + it.code();
            case FIRM -> "/firms/" + it.code();
            case CATEGORY -> Address.of("/products").and("category", it.code()).toString();
        };
    }
}
