package org.xiangpei.insight.chain.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The page of all chains, or of the categories of one.
 *
 * @param chain the one chain; null on the page of all
 * @param only how the categories of the page are supplied; null where all are shown
 * @param asOf the day
 * @param today whether that is today
 * @param basis until when and since when purchases are summed, and when that was done; null before the first time
 */
public record ChainView(
        @Nullable String chain,
        @Nullable String only,
        String asOf,
        boolean today,
        @Nullable String basis,
        List<Count> counts,
        List<Row> rows,
        Links links) {

    /** Where this page is for today. */
    public String address() {
        return chain == null ? "/chains" : ChainViews.address(chain);
    }

    /** How many categories are so, and which. */
    public record Count(String label, String meaning, String tone, String number, String href) {}

    /** A number, and where its rows are; without an address where there are none. */
    public record Cell(String text, String value, @Nullable String href) {}

    /**
     * A chain with the numbers of its categories by completeness, or a category with its own.
     *
     * @param badges of a category one
     */
    public record Row(
            String name,
            String href,
            List<Badge> badges,
            Cell suppliers,
            List<Cell> cities,
            Cell lines,
            Cell coverage,
            Cell gaps,
            Cell purchases,
            Cell local) {}

    public record Badge(String label, String tone) {}

    /** Where the rows of the whole page are. */
    public record Links(String products, String gaps, String rate, String tables) {}
}
