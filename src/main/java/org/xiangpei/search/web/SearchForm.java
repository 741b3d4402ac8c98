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
record SearchForm(
        String text, Map<Facet, Set<String>> selected, ListingStatus status, SearchSort sort, int page, int size) {

    /** How many products a page may have; the first is what nobody chose. */
    static final List<Integer> SIZES = List.of(20, 50, 100);

    static final int SIZE = SIZES.getFirst();

    private static final int LONGEST_TEXT = 500;
    private static final int MOST_PAGES = 10_000;

    /** @throws RuleViolation {@code bad-request} for a status, sort, page or size that does not exist, or a text that is too long */
    static SearchForm of(MultivaluedMap<String, String> parameters) {
        return new SearchForm(
                text(parameters.getFirst("q")),
                selected(parameters),
                Choices.choice(ListingStatus.class, "status", parameters.getFirst("status"))
                        .orElse(ListingStatus.VALID),
                Choices.choice(SearchSort.class, "sort", parameters.getFirst("sort"))
                        .orElse(SearchSort.RELEVANCE),
                Choices.count("page", parameters.getFirst("page"), 1, MOST_PAGES),
                size(parameters.getFirst("size")));
    }

    SearchQuery query(LocalDate day) {
        return new SearchQuery(text, selected, status, day, sort, page, size);
    }

    /** The address of the first page of this search. */
    Address address() {
        Address address = Address.of("/products").and("q", text);
        for (Facet facet : Facet.values()) {
            address = address.and(facet.code(), selected.getOrDefault(facet, Set.of()));
        }
        return address.and("status", status == ListingStatus.VALID ? null : status.code())
                .and("sort", sort == SearchSort.RELEVANCE ? null : sort.code())
                .and("size", size == SIZE ? null : size);
    }

    /** The same words with nothing chosen that could hide their products. */
    SearchForm withoutFilters() {
        return new SearchForm(text, Map.of(), ListingStatus.VALID, sort, 1, size);
    }

    SearchForm with(ListingStatus other) {
        return new SearchForm(text, selected, other, sort, 1, size);
    }

    boolean isFiltered() {
        return !selected.isEmpty() || status != ListingStatus.VALID;
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

    private static int size(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return SIZE;
        }
        return SIZES.stream()
                .filter(size -> size.toString().equals(text.strip()))
                .findFirst()
                .orElseThrow(() -> new RuleViolation(
                        "bad-request",
                        "size=%s 不能识别，应为 20、50、100 之一"
                                .formatted(text.length() <= 40 ? text : text.substring(0, 40) + "…")));
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
