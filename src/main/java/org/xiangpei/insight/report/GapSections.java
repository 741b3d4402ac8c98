package org.xiangpei.insight.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.insight.gap.DemandSums;
import org.xiangpei.insight.gap.GapItem;
import org.xiangpei.insight.gap.GapLedger;
import org.xiangpei.insight.gap.GapQuery;
import org.xiangpei.insight.gap.GapReport;
import org.xiangpei.insight.gap.GapState;
import org.xiangpei.insight.gap.Nearness;
import org.xiangpei.insight.gap.web.GapWords;
import org.xiangpei.insight.report.ReportContent.Block;
import org.xiangpei.insight.report.ReportContent.Column;
import org.xiangpei.insight.report.ReportContent.Section;
import org.xiangpei.insight.report.ReportContent.Table;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.web.Figures;

/** The gaps of a day, and how near the firms of the region are to closing them by today's catalogue. */
@ApplicationScoped
class GapSections {

    private static final int LARGEST = 20;

    private final GapLedger ledger;

    GapSections(GapLedger ledger) {
        this.ledger = ledger;
    }

    /** @param near as of the day when it is asked: only today's products can be changed */
    record Parts(List<String> points, Section ledger, Section near) {}

    Parts of(@Nullable City city, LocalDate asOf, Actor reader) {
        GapReport report = ledger.report(new GapQuery(asOf, city, null, null, null, null, 1, LARGEST), reader);
        List<GapItem> open = report.gaps().items().stream()
                .filter(it -> it.state() != GapState.CLOSED)
                .toList();
        return new Parts(points(report, open), unmet(report, open), near(report, open));
    }

    private static List<String> points(GapReport report, List<GapItem> open) {
        var points = new ArrayList<String>();
        points.add("没有合格互认产品的需求 %s 行（暂无产品 %s 行，待确认 %s 行），归为 %s 个没有补上的缺口，其中 %s 个有人跟进。"
                .formatted(
                        Figures.number(report.lines().unmet()),
                        Figures.number(report.lines().none()),
                        Figures.number(report.lines().possible()),
                        Figures.number(report.gapsIn(GapState.OPEN) + report.gapsIn(GapState.IN_HAND)),
                        Figures.number(report.gapsIn(GapState.IN_HAND))));
        if (!open.isEmpty()) {
            GapItem first = open.getFirst();
            points.add("需求最多的缺口是%s（%s），%s 行；补上它，需求覆盖率可提高 %s 个百分点。"
                    .formatted(
                            first.categoryName(),
                            String.join("、", GapWords.lacks(first)),
                            GapWords.lines(first),
                            GapWords.points(first.gain())));
        }
        return points;
    }

    private static Section unmet(GapReport report, List<GapItem> open) {
        var blocks = new ArrayList<Block>();
        GapReport.LineCounts lines = report.lines();
        blocks.add(Block.of("截至 %s，计入的需求 %s 行，有合格互认产品 %s 行，没有的 %s 行，尚未匹配 %s 行。已补上的缺口 %s 个。"
                .formatted(
                        report.asOf(),
                        Figures.number(lines.all()),
                        Figures.number(lines.met()),
                        Figures.number(lines.unmet()),
                        Figures.number(lines.unmatched()),
                        Figures.number(report.gapsIn(GapState.CLOSED)))));
        if (!open.isEmpty()) {
            blocks.add(Block.of(new Table(
                    "需求行最多的 " + open.size() + " 个缺口。“提高”是补上后需求覆盖率提高的百分点。",
                    List.of(
                            Column.number("序号", 5),
                            Column.text("品类", 13),
                            Column.text("产业链", 11),
                            Column.text("所缺", 25),
                            Column.number("需求行", 7),
                            Column.number("采购单位", 8),
                            Column.number("提高", 7),
                            Column.text("首次出现", 14),
                            Column.text("状态", 10)),
                    rows(open),
                    false)));
        }
        return new Section("缺口", true, blocks);
    }

    private static List<List<String>> rows(List<GapItem> open) {
        var rows = new ArrayList<List<String>>();
        for (GapItem gap : open) {
            rows.add(List.of(
                    String.valueOf(rows.size() + 1),
                    gap.categoryName(),
                    gap.chain(),
                    String.join("；", GapWords.lacks(gap)),
                    GapWords.lines(gap),
                    gap.demand().map(DemandSums::buyers).map(Figures::number).orElse("不公开"),
                    GapWords.points(gap.gain()),
                    gap.firstSeen().map(Figures::date).orElse("—"),
                    Labels.of(gap.state()) + gap.follower().map(it -> "，" + it).orElse("")));
        }
        return rows;
    }

    private static Section near(GapReport report, List<GapItem> open) {
        var blocks = new ArrayList<Block>();
        blocks.add(Block.of("按出具当日的目录："
                + String.join(
                        "，",
                        Arrays.stream(Nearness.values())
                                .map(it -> Labels.of(it) + "的 " + Figures.number(report.gapsThatAre(it)) + " 个")
                                .toList())
                + "。无人接近的供招商，差一两处的供技改，只差问明的请企业补充参数。"));
        List<List<String>> rows = open.stream()
                .filter(it -> !it.nearest().isEmpty())
                .map(it -> List.of(
                        it.categoryName(),
                        String.join("；", GapWords.lacks(it)),
                        it.nearest().getFirst().productName(),
                        it.nearest().getFirst().firmName(),
                        String.join("；", GapWords.changes(it.nearest().getFirst()))))
                .toList();
        if (!rows.isEmpty()) {
            blocks.add(Block.of(new Table(
                    "上表缺口中，最接近的产品和要改的地方。",
                    List.of(
                            Column.text("品类", 14),
                            Column.text("所缺", 22),
                            Column.text("最接近的产品", 18),
                            Column.text("企业", 20),
                            Column.text("要改什么", 26)),
                    rows,
                    false)));
        }
        return new Section("补缺的可能", false, blocks);
    }
}
