package org.xiangpei.insight.report.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.insight.report.ReportContent.Fact;

/**
 * A report to read, as a page or on paper.
 *
 * @param stamp who made it, and its hashes
 * @param widths of columns that occur, in per cent
 */
public record PaperView(
        String code,
        String title,
        String subtitle,
        List<Fact> facts,
        List<Fact> stamp,
        List<String> points,
        List<Part> parts,
        List<Integer> widths) {

    /** @param note that it is as of when the report was made; null where it is as of the day of the report */
    public record Part(String id, String title, @Nullable String note, List<Piece> pieces) {}

    /** One of a paragraph, a table and a picture. */
    public record Piece(
            @Nullable String text,
            @Nullable Grid table,
            @Nullable Picture picture) {}

    public record Grid(String caption, List<Head> heads, List<Row> rows) {}

    public record Head(String text, boolean number, int width) {}

    public record Row(List<Cell> cells, boolean total) {}

    public record Cell(String text, boolean number) {}

    /** @param width in per cent of the paper's */
    public record Picture(String title, String src, int width) {}
}
