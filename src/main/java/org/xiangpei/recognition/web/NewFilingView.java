package org.xiangpei.recognition.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.recognition.OwnListing.Listed;

/**
 * What can be filed.
 *
 * @param refused why it did not begin; null for none
 * @param chains the categories, chain by chain
 * @param products the own products of the catalogue
 * @param renewable those of them whose recognition ends soon, or has ended lately
 * @param chosen code of the product that was asked for
 */
record NewFilingView(
        @Nullable String refused, List<Chain> chains, List<Listed> products, List<Renewable> renewable, String chosen) {

    /** @param filing the number of a filing of it that is under way; null for none */
    record Renewable(
            String code,
            String name,
            String until,
            @Nullable String filing) {}

    /** Whether there is one that nobody has begun to renew. */
    public boolean anyToRenew() {
        return renewable.stream().anyMatch(it -> it.filing() == null);
    }

    record Chain(String name, List<Option> categories) {}

    record Option(String code, String name, boolean chosen) {}
}
