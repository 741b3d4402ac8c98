package org.xiangpei.search.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Needs;
import org.xiangpei.search.CatalogSearch;
import org.xiangpei.search.SearchResult;
import org.xiangpei.search.web.SearchView.Link;
import org.xiangpei.search.web.SearchView.ResultRow;
import org.xiangpei.search.web.SearchView.Saved;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.shared.web.PageLinks;

/** The catalogue as a list: search, facets, order. */
@Path("/products")
@Needs(Action.READ_CATALOGUE)
@Produces(MediaType.TEXT_HTML)
class SearchPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance results(SearchView view);
    }

    private final CatalogSearch search;
    private final ResultRows rows;
    private final FacetViews facets;
    private final NoResults noResults;
    private final Clock clock;

    SearchPages(CatalogSearch search, ResultRows rows, FacetViews facets, NoResults noResults, Clock clock) {
        this.search = search;
        this.rows = rows;
        this.facets = facets;
        this.noResults = noResults;
        this.clock = clock;
    }

    /** @throws RuleViolation {@code bad-request} for parameters that make no sense */
    @GET
    @Operation(hidden = true)
    public TemplateInstance results(@Context UriInfo uri) {
        SearchForm form = SearchForm.of(uri.getQueryParameters());
        LocalDate today = LocalDate.now(clock);
        SearchResult result = search.search(form.query(today));
        return Templates.results(view(form, result, today));
    }

    private SearchView view(SearchForm form, SearchResult result, LocalDate today) {
        List<ResultRow> shown = rows.of(result, today);
        return new SearchView(
                form.text(),
                summary(form, result),
                shown,
                facets.of(form, result),
                SearchChoices.statuses(form),
                SearchChoices.sorts(form),
                SearchChoices.sizes(form),
                range(result),
                facets.chosen(form),
                recognised(form, result),
                didYouMean(form, result),
                relaxed(result),
                NoResults.post(form),
                shown.isEmpty() ? noResults.of(form, result, today) : null,
                saved(form, facets.chosen(form)),
                PageLinks.of(result.hits(), form.address()));
    }

    /** A search for everything is none to be saved. What only orders or pages is no part of it. */
    private static @Nullable Saved saved(SearchForm form, List<Link> chosen) {
        String name = Stream.concat(Stream.of(form.text()), chosen.stream().map(Link::label))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        return form.text().isEmpty() && form.selected().isEmpty()
                ? null
                : new Saved(
                        name,
                        form.address()
                                .without("sort")
                                .without("size")
                                .without("status")
                                .parameters());
    }

    /** A part that is the whole question is no part. */
    private static List<Link> recognised(SearchForm form, SearchResult result) {
        return result.recognised().stream()
                .filter(part -> !part.without().isEmpty())
                .map(part -> new Link(
                        (part.name() == null ? Labels.of(part.kind()) : part.name()) + "：" + part.value(),
                        form.address().with("q", part.without()).toString()))
                .toList();
    }

    private static String summary(SearchForm form, SearchResult result) {
        String what = form.text().isEmpty() ? "" : "“" + form.text() + "”";
        long total = result.hits().total();
        if (total == 0) {
            return what + "没有找到产品";
        }
        boolean nearest = result.relaxed() && result.didYouMean() == null;
        return what + (nearest ? "没有完全相符的，最接近的有 " : "找到 ") + Figures.number(total) + " 个产品";
    }

    private static String range(SearchResult result) {
        var hits = result.hits();
        if (hits.items().isEmpty() || hits.total() == hits.items().size()) {
            return "";
        }
        long first = (hits.page() - 1L) * hits.size() + 1;
        return Figures.number(first) + "–" + Figures.number(first + hits.items().size() - 1);
    }

    private static @Nullable String relaxed(SearchResult result) {
        if (!result.relaxed()) {
            return null;
        }
        return WhyFound.in(result).byMeaning() ? "没有产品含有这些词语，以下产品意思相近。" : "没有产品同时含有全部词语，以下产品含有其中一部分，或意思相近。";
    }

    private static @Nullable Link didYouMean(SearchForm form, SearchResult result) {
        String better = result.didYouMean();
        return better == null
                ? null
                : new Link(better, form.address().with("q", better).toString());
    }
}
