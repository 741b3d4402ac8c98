package org.xiangpei.search;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * A search for products.
 *
 * @param text what the user typed, raw; empty lists all
 * @param selected chosen values by facet: values of one facet are alternatives, facets narrow one another
 * @param day the day on which validity is judged
 * @param page from 1
 * @param size 1 to 100
 */
public record SearchQuery(
        String text,
        Map<Facet, Set<String>> selected,
        ListingStatus status,
        LocalDate day,
        SearchSort sort,
        int page,
        int size) {}
