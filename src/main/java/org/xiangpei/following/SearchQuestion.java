package org.xiangpei.following;

import java.time.LocalDate;
import java.util.EnumMap;
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

    public SearchQuestion {
        var ordered = new EnumMap<Facet, Set<String>>(Facet.class);
        selected.forEach((facet, values) -> ordered.put(facet, new TreeSet<>(values)));
        selected = ordered;
    }

    /** Whether it asks for anything at all. */
    public boolean isEmpty() {
        return text.isBlank() && selected.values().stream().allMatch(Set::isEmpty);
    }

    SearchQuery page(LocalDate day, int page, int size) {
        return new SearchQuery(text, selected, ListingStatus.VALID, day, SearchSort.RELEVANCE, page, size);
    }
}
