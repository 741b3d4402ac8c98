package org.xiangpei.following;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.xiangpei.search.Facet;
import org.xiangpei.search.ListingStatus;
import org.xiangpei.search.SearchQuery;
import org.xiangpei.search.SearchSort;

/**
 * What a saved search asks: its words and what was chosen beside them. Only products whose listing is valid are news.
 *
 * @param selected chosen values by facet
 */
public record SearchQuestion(String text, Map<Facet, Set<String>> selected) {

    private static final String TEXT = "q";

    public SearchQuestion {
        var ordered = new EnumMap<Facet, Set<String>>(Facet.class);
        selected.forEach((facet, values) -> ordered.put(facet, new TreeSet<>(values)));
        selected = ordered;
    }

    /** Whether it asks for anything at all. */
    public boolean isEmpty() {
        return text.isBlank() && selected.values().stream().allMatch(Set::isEmpty);
    }

    /** As it is kept: values by the name of the parameter in the address of the search. */
    Map<String, List<String>> parameters() {
        var parameters = new LinkedHashMap<String, List<String>>();
        parameters.put(TEXT, List.of(text));
        selected.forEach((facet, values) -> parameters.put(facet.code(), List.copyOf(values)));
        return parameters;
    }

    static SearchQuestion of(Map<String, List<String>> parameters) {
        var selected = new EnumMap<Facet, Set<String>>(Facet.class);
        for (Facet facet : Facet.values()) {
            List<String> values = parameters.getOrDefault(facet.code(), List.of());
            if (!values.isEmpty()) {
                selected.put(facet, Set.copyOf(values));
            }
        }
        return new SearchQuestion(
                parameters.getOrDefault(TEXT, List.of()).stream().findFirst().orElse(""), selected);
    }

    SearchQuery page(LocalDate day, int page, int size) {
        return new SearchQuery(text, selected, ListingStatus.VALID, day, SearchSort.RELEVANCE, page, size);
    }
}
