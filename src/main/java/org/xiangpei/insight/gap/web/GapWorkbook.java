package org.xiangpei.insight.gap.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.xiangpei.insight.gap.DemandSums;
import org.xiangpei.insight.gap.GapItem;
import org.xiangpei.insight.gap.GapReport;
import org.xiangpei.insight.gap.NearProduct;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.tabular.FigureSheet;
import org.xiangpei.shared.tabular.FigureSheet.Column;
import org.xiangpei.shared.tabular.FigureSheet.Fact;
import org.xiangpei.shared.tabular.FigureWorkbook;

/**
 * The gaps as workbooks: all of a page, and the two lists that bureaus take along, gaps for which firms have to be recruited (招商清单) and
 * gaps that a change would close (技改清单). The points are formulas, so that they follow when lines are struck off.
 */
final class GapWorkbook {

    private static final String ALL_LINES = "全部需求行";
    private static final String LINES = "需求行";
    private static final List<Column> ABOUT_GAP = List.of(
            Column.text("缺口编号", 26),
            Column.text("产业链", 14),
            Column.text("品类", 18),
            Column.text("所缺", 40),
            Column.text("状态", 10),
            Column.count(LINES),
            Column.count("暂无产品"),
            Column.count("待确认"),
            Column.count("采购单位"),
            Column.text("数量", 20),
            Column.text("预算合计约", 16),
            Column.formula("覆盖率可提高（百分点）", "0.00", "{需求行}/{#全部需求行}*100"),
            Column.text("首次出现", 14),
            Column.text("跟进", 22));
    private static final List<Column> ABOUT_NEAR = List.of(
            Column.text("最接近的产品", 26),
            Column.text("产品编号", 12),
            Column.text("企业", 34),
            Column.text("企业编号", 12),
            Column.count("可满足行数"),
            Column.text("要改什么", 56));
    private static final int MOST_NEAR = 5;

    private GapWorkbook() {}

    /** As the page shows them: of few lines only what is lacking, for who may not see more. */
    static byte[] all(GapReport report) {
        var rows = new ArrayList<List<@Nullable Object>>();
        report.gaps().items().forEach(it -> rows.add(gap(it)));
        return write("缺口台账", "全部缺口", report, ABOUT_GAP, rows);
    }

    static byte[] recruitment(GapReport report) {
        var rows = new ArrayList<List<@Nullable Object>>();
        report.gaps().items().forEach(it -> rows.add(gap(it)));
        return write("招商清单", "三市没有企业接近的缺口", report, ABOUT_GAP, rows);
    }

    /** A row for each product that is near. */
    static byte[] upgrades(GapReport report) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (GapItem gap : report.gaps().items()) {
            gap.nearest().stream()
                    .limit(MOST_NEAR)
                    .forEach(near -> rows.add(Stream.concat(gap(gap).stream(), near(near).stream())
                            .toList()));
        }
        return write(
                "技改清单",
                "三市企业差一两处、或只差问明的缺口",
                report,
                Stream.concat(ABOUT_GAP.stream(), ABOUT_NEAR.stream()).toList(),
                rows);
    }

    private static byte[] write(
            String name, String title, GapReport report, List<Column> columns, List<List<@Nullable Object>> rows) {
        String withheld =
                report.withheld().gaps() == 0 ? "" : "；另有 " + report.withheld().gaps() + " 个行数少的不单独列出";
        return FigureWorkbook.of(List.of(new FigureSheet(
                name + "：" + title + "，截至 " + report.asOf() + withheld + sample(report),
                List.of(),
                List.of(new Fact(ALL_LINES, report.lines().all())),
                columns,
                rows,
                false)));
    }

    private static String sample(GapReport report) {
        return report.lines().illustrative() > 0 ? "（含示例数据，不反映任何单位的真实需求）" : "";
    }

    private static List<@Nullable Object> gap(GapItem gap) {
        Optional<DemandSums> demand = gap.demand();
        return List.of(
                gap.code(),
                gap.chain(),
                gap.categoryName(),
                String.join("；", GapWords.lacks(gap)),
                Labels.of(gap.state()),
                demand.<Object>map(DemandSums::lines).orElse(GapWords.FEW),
                demand.<Object>map(DemandSums::none).orElse(GapWords.HIDDEN),
                demand.<Object>map(DemandSums::possible).orElse(GapWords.HIDDEN),
                demand.<Object>map(DemandSums::buyers).orElse(GapWords.HIDDEN),
                demand.map(it -> String.join("，", GapWords.quantities(it))).orElse(GapWords.HIDDEN),
                demand.flatMap(DemandSums::budget).map(GapWords::about).orElse("不显示"),
                gap.firstSeen().map(LocalDate::toString).orElse(gap.hidden() ? GapWords.HIDDEN : ""),
                gap.follower().orElse(""));
    }

    private static List<@Nullable Object> near(NearProduct near) {
        return List.of(
                near.productName(),
                near.product(),
                near.firmName(),
                near.firm(),
                near.lines(),
                String.join("；", GapWords.changes(near)));
    }
}
