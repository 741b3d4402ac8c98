package org.xiangpei.insight.report;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.xiangpei.matching.answer.AnswerJson;
import org.xiangpei.shared.Fingerprint;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * All that a report says, word for word. Pages, PDF and DOCX are made of this alone.
 *
 * @param format names this make of the text
 * @param points the summary (要点), a sentence each
 * @param illustrative how many of the records behind it are sample data
 */
public record ReportContent(
        String format,
        String title,
        String subtitle,
        LocalDate from,
        LocalDate to,
        LocalDate asOf,
        long illustrative,
        List<Fact> facts,
        List<String> points,
        List<Section> sections) {

    public static final String FORMAT = "xiangpei-bureau-report/1";

    public record Fact(String label, String text) {}

    /** @param replayable whether it says the same whenever it is asked for as of the same day; else it is as of the day when it was made */
    public record Section(String title, boolean replayable, List<Block> blocks) {}

    /** One of a paragraph, a table and a chart. */
    public record Block(
            @Nullable String text,
            @Nullable Table table,
            @Nullable Chart chart) {

        static Block of(String text) {
            return new Block(text, null, null);
        }

        static Block of(Table table) {
            return new Block(null, table, null);
        }

        static Block of(Chart chart) {
            return new Block(null, null, chart);
        }
    }

    /**
     * @param caption says the unit, once for all cells
     * @param totals whether the last row is the sum of the others
     */
    public record Table(String caption, List<Column> columns, List<List<String>> rows, boolean totals) {}

    /** @param width its share of the width of the paper */
    public record Column(String heading, boolean number, int width) {

        public static Column text(String heading, int width) {
            return new Column(heading, false, width);
        }

        public static Column number(String heading, int width) {
            return new Column(heading, true, width);
        }
    }

    /** A picture of numbers that a table beside it states too. */
    public record Chart(Shape shape, String title, List<String> series, List<Point> points) {

        public enum Shape {
            /** Shares in per cent along time. */
            LINES,
            /** Shares in per cent, one bar a point, of the first series. */
            BARS,
            /** Yuan from the cities of the points to the cities of the series; empty where hidden. */
            FLOWS
        }
    }

    /** @param values decimal numbers, one a series; empty where there is none */
    public record Point(String label, List<String> values) {}

    /** The text that the hash is taken of. */
    String canonical() {
        return AnswerJson.write(this);
    }

    static ReportContent read(String canonical) {
        return AnswerJson.read(canonical, ReportContent.class);
    }

    /** Of what is the same whenever it is asked for as of the same day. */
    String figuresHash() {
        List<Section> same = sections.stream().filter(Section::replayable).toList();
        var figures =
                new ReportContent(format, title, subtitle, from, to, asOf, illustrative, List.of(), List.of(), same);
        return hash(figures.canonical());
    }

    static String hash(String canonical) {
        return Fingerprint.of(canonical.getBytes(UTF_8));
    }

    /** All charts in their order. */
    public List<Chart> charts() {
        return sections.stream()
                .flatMap(it -> it.blocks().stream())
                .flatMap(it -> Stream.ofNullable(it.chart()))
                .toList();
    }
}
