package org.xiangpei.shared.tabular;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A table of figures as people calculate on in it: what is a sum or a share is a formula over the cells beside it.
 *
 * @param name of the sheet
 * @param notes lines above the table: what it is of, and as of which day
 * @param facts single numbers above the table, which formulas may refer to
 * @param rows numbers, days and texts in the order of the columns that have no formula; null is an empty cell. A text where a number is
 *     expected says why there is none: formulas over it say the same
 * @param totals whether a last row sums the columns that can be summed
 */
public record FigureSheet(
        String name,
        List<String> notes,
        List<Fact> facts,
        List<Column> columns,
        List<List<@Nullable Object>> rows,
        boolean totals) {

    public record Fact(String label, Number value) {}

    /**
     * @param format of numbers; empty for texts
     * @param formula over cells of the same row by their headings, {@code {本地金额（元）}/{全部金额（元）}}, and facts, {@code {#全部需求行}};
     *     null for what is given. Without {@code <} and {@code &}, which would be written as they are into the XML of the sheet
     * @param summed whether the rows are parts of one whole
     */
    public record Column(
            String heading,
            int width,
            String format,
            @Nullable String formula,
            boolean summed) {

        public static Column text(String heading, int width) {
            return new Column(heading, width, "", null, false);
        }

        public static Column count(String heading) {
            return new Column(heading, 12, "#,##0", null, false);
        }

        public static Column money(String heading) {
            return new Column(heading, 18, "#,##0.00", null, false);
        }

        public static Column formula(String heading, String format, String formula) {
            return new Column(heading, 14, format, formula, false);
        }

        /** A share in per cent; empty where there is nothing to divide. */
        public static Column share(String heading, String numerator, String denominator) {
            return formula(heading, "0.0%", "IF({%s}=0,\"\",{%s}/{%s})".formatted(denominator, numerator, denominator));
        }

        /** The same, its rows being parts of one whole. */
        public Column sum() {
            return new Column(heading, width, format, formula, true);
        }
    }

    /** Without facts and totals. */
    public static FigureSheet of(
            String name, List<String> notes, List<Column> columns, List<List<@Nullable Object>> rows) {
        return new FigureSheet(name, notes, List.of(), columns, rows, false);
    }
}
