package org.xiangpei.demand.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.web.PageLinks;

/**
 * The published lines that fit the own firm.
 *
 * @param listed whether the own organisation is a firm of the catalogue at all
 * @param only the title of the requirement that alone is shown; null for all
 * @param capped whether older lines were not looked at
 */
public record DemandListView(
        boolean listed, @Nullable String only, List<Filter> filters, List<Row> rows, boolean capped, PageLinks links) {

    public record Filter(String label, String count, String href, boolean current) {}

    /**
     * @param product the best of the own products; empty for none
     * @param counts how many clauses it meets, misses, does not state
     */
    public record Row(
            String href,
            String name,
            String requirement,
            String buyer,
            String delivery,
            String quantity,
            String published,
            boolean chosen,
            String product,
            String verdict,
            String tone,
            String counts) {}
}
