package org.xiangpei.insight.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.web.Option;
import org.xiangpei.shared.web.OptionGroup;

/**
 * The page of the local sourcing rate.
 *
 * @param period the days that count, both included
 * @param sampleNote how much of it is sample data; null when nothing is
 * @param tables address of the workbook
 * @param changes address of the page that says why the same period was another before
 * @param purchases address of the purchases one by one; null where they cannot be read
 * @param byTime whether the groups follow one another in time, so that the chart is a line
 */
public record RateView(
        Filters filters,
        String period,
        String asOf,
        @Nullable String sampleNote,
        List<Tile> tiles,
        String groupedBy,
        boolean byTime,
        List<Row> rows,
        List<FlowRow> flows,
        String json,
        String tables,
        String changes,
        @Nullable String purchases) {

    /** What is chosen now, and what can be. */
    public record Filters(
            String from,
            String to,
            String asOf,
            List<Option> groupings,
            List<Option> cities,
            List<Option> kinds,
            List<Option> chains,
            List<OptionGroup> categories,
            @Nullable String buyer) {}

    /**
     * One of the four numbers, with all that it rests on.
     *
     * @param value for example {@code 43.2%}, or — when there is nothing to divide, or 不公开 when few records would tell single deals
     */
    public record Tile(
            String label,
            String formula,
            String value,
            String numeratorLabel,
            String numerator,
            String denominatorLabel,
            String denominator,
            String records,
            String unknownLabel,
            String unknown) {}

    /**
     * @param href of what stands behind it
     * @param recordsHref of the records one by one, or as {@code href} where they cannot be read; null as that where nothing is finer
     */
    public record Row(
            String label,
            String records,
            String unknown,
            List<Cell> cells,
            @Nullable String href,
            @Nullable String recordsHref) {}

    /** @param number the percentage for the chart, empty where there is none */
    public record Cell(String value, String number, String parts) {}

    /** Money of one buyer city by city of production. */
    public record FlowRow(String buyerCity, List<FlowCell> cells) {}

    /** @param href of what stands behind it; null where nothing does */
    public record FlowCell(String amount, @Nullable String href) {}
}
