package org.xiangpei.insight.report.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.insight.report.BureauReport;
import org.xiangpei.insight.report.ReportContent;
import org.xiangpei.insight.report.ReportContent.Block;
import org.xiangpei.insight.report.ReportContent.Chart;
import org.xiangpei.insight.report.ReportContent.Column;
import org.xiangpei.insight.report.ReportContent.Fact;
import org.xiangpei.insight.report.ReportContent.Section;
import org.xiangpei.insight.report.ReportContent.Table;
import org.xiangpei.insight.report.web.PaperView.Cell;
import org.xiangpei.insight.report.web.PaperView.Grid;
import org.xiangpei.insight.report.web.PaperView.Head;
import org.xiangpei.insight.report.web.PaperView.Part;
import org.xiangpei.insight.report.web.PaperView.Picture;
import org.xiangpei.insight.report.web.PaperView.Piece;
import org.xiangpei.insight.report.web.PaperView.Row;
import org.xiangpei.shared.Moments;

/** Puts reports on paper, all out of what is kept: nothing of it is looked up anew. */
@ApplicationScoped
class ReportPapers {

    static final String POINTS = "要点";
    static final String AS_MADE = "本节按出具当日的目录和议程，不随截至日期重算。";

    private final Clock clock;

    ReportPapers(Clock clock) {
        this.clock = clock;
    }

    /** With addresses of the pictures. */
    PaperView page(BureauReport report) {
        return view(report, number -> "/reports/" + report.code() + "/charts/" + number);
    }

    /** With the pictures in it. */
    PaperView paper(BureauReport report) {
        List<Chart> charts = report.content().charts();
        try (var pictures = new ChartPicture()) {
            return view(
                    report,
                    number -> "data:image/png;base64,"
                            + Base64.getEncoder().encodeToString(pictures.png(charts.get(number - 1))));
        }
    }

    List<Fact> stamp(BureauReport report) {
        BureauReport.Stamp stamp = report.stamp();
        return List.of(
                new Fact("报告编号", report.code()),
                new Fact(
                        "出具",
                        (stamp.scheduled() ? "按设定自动出具" : stamp.name()) + "，"
                                + Moments.minute(stamp.at(), clock.getZone())),
                new Fact("全文 SHA-256", report.hash()),
                new Fact("数字 SHA-256", report.figuresHash()));
    }

    private PaperView view(BureauReport report, IntFunction<String> src) {
        ReportContent content = report.content();
        var parts = new ArrayList<Part>();
        var widths = new TreeSet<Integer>();
        int charts = 0;
        for (Section section : content.sections()) {
            var pieces = new ArrayList<Piece>();
            for (Block block : section.blocks()) {
                if (block.chart() != null) {
                    charts++;
                }
                pieces.add(piece(block, charts, src, widths));
            }
            parts.add(new Part(
                    "part-" + (parts.size() + 1), section.title(), section.replayable() ? null : AS_MADE, pieces));
        }
        return new PaperView(
                report.code(),
                content.title(),
                content.subtitle(),
                content.facts(),
                stamp(report),
                content.points(),
                parts,
                List.copyOf(widths));
    }

    private static Piece piece(Block block, int chart, IntFunction<String> src, Set<Integer> widths) {
        Chart drawn = block.chart();
        Table table = block.table();
        if (table != null) {
            table.columns().forEach(it -> widths.add(it.width()));
        }
        return new Piece(
                block.text(),
                table == null ? null : grid(table),
                drawn == null
                        ? null
                        : new Picture(
                                drawn.title(), src.apply(chart), 100 * ChartPicture.width(drawn) / ChartPicture.WIDTH));
    }

    private static Grid grid(Table table) {
        List<Column> columns = table.columns();
        var rows = new ArrayList<Row>();
        for (int at = 0; at < table.rows().size(); at++) {
            var cells = new ArrayList<Cell>();
            for (int i = 0; i < columns.size(); i++) {
                cells.add(new Cell(table.rows().get(at).get(i), columns.get(i).number()));
            }
            rows.add(new Row(cells, table.totals() && at == table.rows().size() - 1));
        }
        return new Grid(
                table.caption(),
                columns.stream()
                        .map(it -> new Head(it.heading(), it.number(), it.width()))
                        .toList(),
                rows);
    }
}
