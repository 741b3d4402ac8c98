package org.xiangpei.insight.map.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.insight.map.RegionMap;
import org.xiangpei.shared.web.Option;

/**
 * The page of the map.
 *
 * @param note what was counted, in one sentence
 * @param sampleNote where some of it is sample data
 */
public record MapView(
        Filters filters,
        String title,
        String note,
        @Nullable String sampleNote,
        List<Area> areas,
        List<LegendRow> legend,
        List<CityRows> cities,
        boolean empty) {

    /** What can be chosen, and what is. */
    public record Filters(
            List<Option> layers,
            List<Option> chains,
            List<Option> parks,
            String from,
            String to,
            String asOf,
            boolean purchases) {}

    /**
     * A district in the picture.
     *
     * @param shade 0 for nothing, to 5
     * @param value as it stands under the name
     * @param core whether it is one of the small districts in the middle, which only the enlarged part labels
     */
    public record Area(
            String name, String outline, int shade, String value, double x, double y, boolean core, String href) {}

    public record LegendRow(int shade, String range) {}

    public record CityRows(String city, List<Row> rows) {}

    /** @param href of the rows behind the figures */
    public record Row(String name, String firms, String products, String bought, String records, String href) {}

    public RegionMap.Frame whole() {
        return RegionMap.WHOLE;
    }

    public RegionMap.Frame core() {
        return RegionMap.CORE;
    }
}
