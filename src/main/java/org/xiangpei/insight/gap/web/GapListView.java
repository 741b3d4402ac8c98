package org.xiangpei.insight.gap.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.web.Option;
import org.xiangpei.shared.web.OptionGroup;
import org.xiangpei.shared.web.PageLinks;

/**
 * The page of all gaps.
 *
 * @param seesFew whether the reader sees the numbers of small gaps: a bureau
 * @param withheld what is said of gaps that are not listed; null when there are none
 * @param waiting how many lines are not counted yet; null when there are none
 */
public record GapListView(
        Filters filters,
        String asOf,
        boolean today,
        boolean seesFew,
        @Nullable String sampleNote,
        List<Tile> tiles,
        String scopeName,
        String total,
        List<Row> rows,
        PageLinks links,
        @Nullable String withheld,
        @Nullable String waiting,
        String json,
        String tables,
        String recruitment,
        String upgrades) {

    /** What is chosen now, and what can be. */
    public record Filters(
            String asOf,
            List<Option> cities,
            List<Option> chains,
            List<OptionGroup> categories,
            List<Option> states,
            List<Option> nearness) {}

    /** @param href the rows behind a number; null where these are all */
    public record Fact(String label, String value, @Nullable String href) {}

    public record Tile(String label, String value, String formula, List<Fact> facts) {}

    /**
     * A gap.
     *
     * @param lines as a number, or 少于 5 行
     * @param parts how many of the lines have nothing and how many something that may do; empty where hidden
     */
    public record Row(
            String href,
            String category,
            String chain,
            List<String> lacks,
            String state,
            String tone,
            @Nullable String follower,
            String lines,
            String parts,
            String buyers,
            List<String> quantities,
            String budget,
            String gain,
            String nearness,
            List<Near> nearest,
            String firstSeen) {}

    /** @param what is missing, or that it has to be asked */
    public record Near(String href, String product, String firm, String what) {}
}
