package org.xiangpei.search.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

import org.xiangpei.catalog.ProductProfiles;
import org.xiangpei.catalog.web.ProductCard;
import org.xiangpei.search.CatalogSearch;
import org.xiangpei.search.ListingStatus;
import org.xiangpei.search.SearchResult;
import org.xiangpei.search.SearchResult.Hit;
import org.xiangpei.search.SearchResult.SpecificationFit;
import org.xiangpei.search.SearchSort;
import org.xiangpei.search.web.SearchView.Choice;
import org.xiangpei.search.web.SearchView.FitBadge;
import org.xiangpei.search.web.SearchView.Link;
import org.xiangpei.search.web.SearchView.ResultRow;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.shared.web.PageLinks;

/** The catalogue as a list: search, facets, order. */
@Path("/products")
@Produces(MediaType.TEXT_HTML)
class SearchPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance results(SearchView view);
    }

    private final CatalogSearch search;
    private final ProductProfiles products;
    private final FacetViews facets;
    private final Clock clock;

    SearchPages(CatalogSearch search, ProductProfiles products, FacetViews facets, Clock clock) {
        this.search = search;
        this.products = products;
        this.facets = facets;
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
        List<Link> chosen = facets.chosen(form);
        return new SearchView(
                form.text(),
                summary(form, result),
                rows(result.hits().items(), today),
                facets.of(form, result),
                statuses(form),
                sorts(form),
                chosen,
                recognised(form, result),
                result.relaxed(),
                didYouMean(form, result),
                advice(form, result, chosen),
                PageLinks.of(result.hits(), form.address()));
    }

    private List<ResultRow> rows(List<Hit> hits, LocalDate today) {
        return products.list(hits.stream().map(Hit::productCode).toList()).stream()
                .map(product -> ProductCard.of(product, today))
                .flatMap(card -> hits.stream()
                        .filter(hit -> hit.productCode().equals(card.code()))
                        .map(hit -> row(hit, card)))
                .toList();
    }

    private static ResultRow row(Hit hit, ProductCard card) {
        return new ResultRow(
                card,
                Pieces.of(hit, "name", card.name()),
                Pieces.of(hit, "model", card.model()),
                Pieces.of(hit, "description", card.description()),
                hit.fits().stream().map(SearchPages::badge).toList());
    }

    private static FitBadge badge(SpecificationFit fit) {
        String tone =
                switch (fit.fit()) {
                    case EXACT, MEETS -> "pass";
                    case UNKNOWN -> "unknown";
                    case FAILS -> "fail";
                };
        return new FitBadge(tone, fit.name() + " " + (fit.stated().isEmpty() ? "未载明" : fit.stated()));
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
        return total == 0 ? what + "没有找到产品" : what + "找到 " + Figures.number(total) + " 个产品";
    }

    private static List<Choice> statuses(SearchForm form) {
        return Stream.of(ListingStatus.values())
                .map(it -> new Choice(it.code(), Labels.of(it), "", it == form.status(), ""))
                .toList();
    }

    private static List<Choice> sorts(SearchForm form) {
        return Stream.of(SearchSort.values())
                .map(it -> new Choice(
                        it.code(),
                        Labels.of(it),
                        "",
                        it == form.sort(),
                        form.address()
                                .with("sort", it == SearchSort.RELEVANCE ? null : it.code())
                                .toString()))
                .toList();
    }

    private static @Nullable Link didYouMean(SearchForm form, SearchResult result) {
        String better = result.didYouMean();
        return better == null
                ? null
                : new Link(better, form.address().with("q", better).toString());
    }

    private static List<Link> advice(SearchForm form, SearchResult result, List<Link> chosen) {
        var advice = new ArrayList<Link>();
        if (!result.hits().items().isEmpty()) {
            return advice;
        }
        if (result.hits().total() > 0) {
            advice.add(new Link("回到第一页", form.address().toString()));
        }
        if (!chosen.isEmpty()) {
            advice.add(new Link(
                    "去掉全部筛选", Address.of("/products").and("q", form.text()).toString()));
        }
        if (form.status() == ListingStatus.VALID) {
            advice.add(
                    new Link("连同已过期的一起找", form.address().with("status", "all").toString()));
        }
        if (!form.text().isEmpty()) {
            advice.add(new Link(
                    "作为需求提出，逐条匹配", Address.of("/match").and("name", form.text()).toString()));
        }
        advice.add(new Link("浏览全部产品", "/products"));
        return advice;
    }
}
