package org.xiangpei.search.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.search.CatalogSearch;
import org.xiangpei.search.Facet;
import org.xiangpei.search.SearchResult;
import org.xiangpei.search.SearchResult.FacetCount;
import org.xiangpei.search.web.SearchView.Choice;
import org.xiangpei.search.web.SearchView.FacetView;
import org.xiangpei.search.web.SearchView.Link;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Figures;

/** The facets beside the results, with the names of their values. */
@ApplicationScoped
class FacetViews {

    private static final int UNFOLDED = 7;

    private final CatalogSearch search;

    FacetViews(CatalogSearch search) {
        this.search = search;
    }

    List<FacetView> of(SearchForm form, SearchResult result) {
        Map<String, String> categories = search.categoryNames();
        return Stream.of(Facet.values())
                .map(facet -> facet(facet, form, counts(facet, form, result), categories))
                .filter(facet -> !facet.choices().isEmpty())
                .toList();
    }

    /** What is chosen now, each with the address without it. */
    List<Link> chosen(SearchForm form) {
        Map<String, String> categories = search.categoryNames();
        Address here = form.address();
        return form.selected().entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(value -> new Link(
                                Labels.of(entry.getKey()) + "：" + label(entry.getKey(), value, categories),
                                here.without(entry.getKey().code(), value).toString())))
                .toList();
    }

    private static FacetView facet(
            Facet facet, SearchForm form, List<FacetCount> counts, Map<String, String> categories) {
        List<Choice> choices = counts.stream()
                .map(count -> new Choice(
                        count.value(),
                        label(facet, count.value(), categories),
                        Figures.number(count.count()),
                        form.has(facet, count.value()),
                        ""))
                .toList();
        int unfolded = Math.min(UNFOLDED, choices.size());
        return new FacetView(
                facet.code(),
                Labels.of(facet),
                choices.subList(0, unfolded),
                choices.subList(unfolded, choices.size()));
    }

    /** A value that is chosen but finds nothing stays visible, so that it can be unchosen. */
    private static List<FacetCount> counts(Facet facet, SearchForm form, SearchResult result) {
        List<FacetCount> found = result.facets().getOrDefault(facet, List.of());
        var values = found.stream().map(FacetCount::value).collect(Collectors.toSet());
        Stream<FacetCount> lost = form.selected().getOrDefault(facet, Set.of()).stream()
                .filter(value -> !values.contains(value))
                .map(value -> new FacetCount(value, 0));
        return Stream.concat(lost, found.stream()).toList();
    }

    private static String label(Facet facet, String value, Map<String, String> categories) {
        return FacetNames.of(facet, categories).apply(value);
    }
}
