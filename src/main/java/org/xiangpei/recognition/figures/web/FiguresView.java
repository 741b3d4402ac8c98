package org.xiangpei.recognition.figures.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The figures of the recognition desk. All tables have a column for each city and one for the three.
 *
 * @param reached what was filed, and what became of it
 * @param months first filings by month
 * @param spent time in each state, by the city of the firm
 * @param answered time to answer, by the city that answers
 * @param silent terms that passed without an answer, by the city
 * @param returned by reason
 * @param horizons expiries ahead
 * @param categories expiries within a year by category
 */
record FiguresView(
        String from,
        String to,
        String asOf,
        boolean today,
        String expiriesFrom,
        List<Row> reached,
        List<Row> months,
        List<Row> spent,
        List<Row> answered,
        List<Row> silent,
        List<Row> returned,
        List<Row> horizons,
        List<Row> categories) {

    record Row(String label, List<Cell> cells) {

        /** Not in the chart: a sum is no part beside its parts. */
        Row undrawn() {
            return new Row(label, cells.stream().map(Cell::undrawn).toList());
        }
    }

    /**
     * @param number for the chart, empty where there is none
     * @param href of the rows behind it; null where there are none
     * @param parts what else there is to say of the same rows
     * @param more of other rows
     */
    record Cell(
            String value,
            String number,
            @Nullable String href,
            String parts,
            String more,
            @Nullable String moreHref) {

        static Cell plain(String value) {
            return new Cell(value, "", null, "", "", null);
        }

        private Cell undrawn() {
            return new Cell(value, "", href, parts, more, moreHref);
        }
    }
}
