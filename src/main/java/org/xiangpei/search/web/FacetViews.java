package org.xiangpei.search.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.catalog.Categories;
import org.xiangpei.search.Facet;
import org.xiangpei.search.SearchResult;
import org.xiangpei.search.SearchResult.FacetCount;
import org.xiangpei.search.web.SearchView.Choice;
import org.xiangpei.search.web.SearchView.FacetView;
import org.xiangpei.search.web.SearchView.Link;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Figures;

/** The facets beside the results, with the names of their values. */
@ApplicationScoped
class FacetViews {

    private static final int UNFOLDED = 7;

    private final Categories categories;

    FacetViews(Categories categories) {
        this.categories = categories;
    }

    @Transactional
    List<FacetView> of(SearchForm form, SearchResult result) {
        Map<String, String> names = categoryNames();
        return Stream.of(Facet.values())
                .map(facet -> facet(facet, form, counts(facet, form, result), names))
                .filter(facet -> !facet.choices().isEmpty())
                .toList();
    }

    /** What is chosen now, each with the address without it. */
    @Transactional
    List<Link> chosen(SearchForm form) {
        Map<String, String> names = categoryNames();
        Address here = form.address();
        return form.selected().entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(value -> new Link(
                                Labels.of(entry.getKey()) + "：" + label(entry.getKey(), value, names),
                                here.without(entry.getKey().code(), value).toString())))
                .toList();
    }

    private static FacetView facet(Facet facet, SearchForm form, List<FacetCount> counts, Map<String, String> names) {
        List<Choice> choices = counts.stream()
                .map(count -> new Choice(
                        count.value(),
                        label(facet, count.value(), names),
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

    private static String label(Facet facet, String value, Map<String, String> categoryNames) {
        return switch (facet) {
            case CITY -> City.of(value).map(City::label).orElse(value);
            case CATEGORY -> categoryNames.getOrDefault(value, value);
            case PROVENANCE -> Labels.find("provenance", value).orElse(value);
            case CHAIN, CERTIFICATE -> value;
        };
    }

    private Map<String, String> categoryNames() {
        return categories.streamAll().collect(Collectors.toMap(it -> it.code(), it -> it.details()
                .name()));
    }
}
