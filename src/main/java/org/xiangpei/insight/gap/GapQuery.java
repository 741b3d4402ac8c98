package org.xiangpei.insight.gap;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.City;

/**
 * Which gaps somebody looks for; null does not narrow.
 *
 * @param asOf what was known at the end of this day counts; null is today
 * @param buyerCity only the lines of buyers of this city
 * @param page counted from 1
 */
public record GapQuery(
        @Nullable LocalDate asOf,
        @Nullable City buyerCity,
        @Nullable String category,
        @Nullable String chain,
        @Nullable GapState state,
        @Nullable Nearness nearness,
        int page,
        int size) {

    public GapQuery paged(int number, int most) {
        return new GapQuery(asOf, buyerCity, category, chain, state, nearness, number, most);
    }

    GapQuery of(Nearness only) {
        return new GapQuery(asOf, buyerCity, category, chain, state, only, page, size);
    }
}
