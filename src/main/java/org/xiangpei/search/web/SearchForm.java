package org.xiangpei.search.web;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.ws.rs.core.MultivaluedMap;

import org.jspecify.annotations.Nullable;

import org.xiangpei.search.Facet;
import org.xiangpei.search.ListingStatus;
import org.xiangpei.search.SearchQuery;
import org.xiangpei.search.SearchSort;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Choices;

/** What the address of a search says. */
record SearchForm(String text, Map<Facet, Set<String>> selected, ListingStatus status, SearchSort sort, int page) {

    static final int SIZE = 20;

    private static final int LONGEST_TEXT = 500;
    private static final int MOST_PAGES = 10_000;

    /** @throws RuleViolation {@code bad-request} for a status, sort or page that does not exist, or a text that is too long */
    static SearchForm of(MultivaluedMap<String, String> parameters) {
        return new SearchForm(
                text(parameters.getFirst("q")),
                selected(parameters),
                Choices.choice(ListingStatus.class, "status", parameters.getFirst("status"))
                        .orElse(ListingStatus.VALID),
                Choices.choice(SearchSort.class, "sort", parameters.getFirst("sort"))
                        .orElse(SearchSort.RELEVANCE),
                Choices.count("page", parameters.getFirst("page"), 1, MOST_PAGES));
    }

    SearchQuery query(LocalDate day) {
        return new SearchQuery(text, selected, status, day, sort, page, SIZE);
    }

    /** The address of the first page of this search. */
    Address address() {
        Address address = Address.of("/products").and("q", text);
        for (Facet facet : Facet.values()) {
            address = address.and(facet.code(), selected.getOrDefault(facet, Set.of()));
        }
        return address.and("status", status == ListingStatus.VALID ? null : status.code())
                .and("sort", sort == SearchSort.RELEVANCE ? null : sort.code());
    }

    boolean has(Facet facet, String value) {
        return selected.getOrDefault(facet, Set.of()).contains(value);
    }

    static String text(@Nullable String text) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.length() > LONGEST_TEXT) {
            throw new RuleViolation(
                    "bad-request", "搜索词有 %d 个字，最长 %d 个字；请只留下产品名称、型号或关键参数".formatted(stripped.length(), LONGEST_TEXT));
        }
        return stripped;
    }

    private static Map<Facet, Set<String>> selected(MultivaluedMap<String, String> parameters) {
        var selected = new EnumMap<Facet, Set<String>>(Facet.class);
        for (Facet facet : Facet.values()) {
            var values = new LinkedHashSet<>(parameters.getOrDefault(facet.code(), List.of()));
            values.removeIf(String::isBlank);
            if (!values.isEmpty()) {
                selected.put(facet, values);
            }
        }
        return selected;
    }
}
