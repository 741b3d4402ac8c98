package org.xiangpei.insight.overview.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.insight.web.RateView;
import org.xiangpei.insight.web.RateView.Cell;

/**
 * The overview of the region or of one city.
 *
 * @param before and {@code lastYear} are the periods that are compared with
 * @param changes address of the page that says why the rate of this period was another before
 * @param targetYear the year whose target is shown
 * @param cities empty for one city
 * @param flows empty where nothing flowed
 */
public record OverviewView(
        RateView.Filters filters,
        String place,
        String period,
        String asOf,
        String before,
        String lastYear,
        @Nullable String sampleNote,
        List<Tile> tiles,
        Leak leak,
        int targetYear,
        @Nullable String target,
        @Nullable String distance,
        List<Month> months,
        List<CityRow> cities,
        List<ChainRow> chains,
        @Nullable FlowPicture flows,
        String changes,
        boolean maySetTargets) {

    /**
     * One figure with what it was.
     *
     * @param href of what stands behind it
     */
    public record Tile(
            String label,
            String value,
            String formula,
            String parts,
            String records,
            List<Compared> compared,
            String href) {}

    /** @param share of everything that was bought */
    public record Leak(String amount, String records, String share, String href) {}

    /**
     * @param sign up, down, same or none; the words say it as well
     * @param href of what stands behind the value; null where there is none
     */
    public record Compared(
            String with,
            String value,
            String change,
            String sign,
            @Nullable String href) {}

    /** @param target in per cent, empty where there is none */
    public record Month(
            String label,
            List<Cell> cells,
            String target,
            @Nullable String href) {}

    /**
     * @param overview of the city alone
     * @param href of what stands behind its figures
     */
    public record CityRow(
            String label,
            List<Cell> cells,
            String overview,
            @Nullable String href) {}

    public record ChainRow(
            String label,
            List<Cell> cells,
            String amount,
            String records,
            @Nullable String href) {}
}
