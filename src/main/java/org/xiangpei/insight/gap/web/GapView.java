package org.xiangpei.insight.gap.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.web.Option;

/**
 * The page of one gap.
 *
 * @param hidden whether its numbers are not for the reader
 * @param nearNote as of which day the near products are, where that is another than the page's
 * @param actions what the reader's bureau can do; null for all others
 */
public record GapView(
        String code,
        String category,
        String categoryCode,
        String chain,
        String chainHref,
        List<GapLack> lacks,
        String state,
        String tone,
        boolean closed,
        boolean hidden,
        boolean illustrative,
        String asOf,
        boolean today,
        List<GapListView.Tile> tiles,
        List<Month> months,
        List<Near> nearest,
        @Nullable String nearNote,
        List<Maker> makers,
        String chainFirms,
        String chainProducts,
        String categoryProducts,
        List<Own> own,
        List<Event> events,
        @Nullable Actions actions,
        String back) {

    public record GapLack(String label, String asked) {}

    public record Month(String label, String came, String unmet) {}

    public record Near(
            String product, String productName, String firm, String firmName, String lines, List<String> changes) {}

    public record Maker(String firm, String name, String cities, String products, boolean near) {}

    public record Own(@Nullable String href, String name, String postedOn, String coverage) {}

    public record Event(
            String what, String day, String by, @Nullable String note) {}

    /**
     * @param mayTake whether nobody has it in hand
     * @param mayRelease whether the own bureau has
     * @param mayTell whether firms may be told
     * @param note what was typed into a form that was refused, by the name of the form
     * @param refused why it was
     */
    public record Actions(
            boolean mayTake,
            boolean mayRelease,
            boolean mayTell,
            List<Option> firms,
            Notes note,
            @Nullable String refused) {}

    public record Notes(String take, String release, String tell) {}
}
