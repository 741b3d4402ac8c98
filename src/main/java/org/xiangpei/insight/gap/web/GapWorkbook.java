package org.xiangpei.insight.gap.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import org.xiangpei.insight.gap.DemandSums;
import org.xiangpei.insight.gap.GapItem;
import org.xiangpei.insight.gap.GapReport;
import org.xiangpei.insight.gap.NearProduct;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Rate;
import org.xiangpei.shared.web.Figures;

/**
 * The two lists that bureaus take along: gaps for which firms have to be recruited (招商清单), and gaps that a change would close
 * (技改清单). Texts are texts, so that none is run as a formula; the points are formulas, so that they follow when lines are struck off.
 */
final class GapWorkbook {

    private static final String HEADER = "D9E6F2";
    private static final List<String> ABOUT_GAP = List.of(
            "缺口编号", "产业链", "品类", "所缺", "状态", "需求行", "暂无产品", "待确认", "采购单位", "数量", "预算合计约", "覆盖率可提高（百分点）", "首次出现", "跟进");
    private static final List<Integer> WIDTHS = List.of(26, 14, 18, 40, 10, 10, 10, 10, 10, 20, 16, 20, 14, 22);
    private static final List<String> ABOUT_NEAR = List.of("最接近的产品", "产品编号", "企业", "企业编号", "可满足行数", "要改什么");
    private static final List<Integer> NEAR_WIDTHS = List.of(26, 12, 34, 12, 12, 56);

    /** Where the number of all lines stands, to which the points of each row refer. */
    private static final int TOTAL_ROW = 1;

    private static final int HEADING_ROW = 3;
    private static final int LINES = 5;
    private static final int POINTS = 11;
    private static final int MOST_NEAR = 5;

    private GapWorkbook() {}

    static byte[] recruitment(GapReport report) {
        return write("招商清单", "三市没有企业接近的缺口", report, ABOUT_GAP, WIDTHS, sheet -> {
            int row = HEADING_ROW + 1;
            for (GapItem gap : report.gaps().items()) {
                gap(sheet, row++, gap);
            }
        });
    }

    /** A row for each product that is near. */
    static byte[] upgrades(GapReport report) {
        List<String> headings =
                Stream.concat(ABOUT_GAP.stream(), ABOUT_NEAR.stream()).toList();
        List<Integer> widths =
                Stream.concat(WIDTHS.stream(), NEAR_WIDTHS.stream()).toList();
        return write("技改清单", "三市企业差一两处、或只差问明的缺口", report, headings, widths, sheet -> {
            int row = HEADING_ROW + 1;
            for (GapItem gap : report.gaps().items()) {
                for (NearProduct near : gap.nearest().stream().limit(MOST_NEAR).toList()) {
                    gap(sheet, row, gap);
                    near(sheet, row++, near);
                }
            }
        });
    }

    @FunctionalInterface
    private interface Rows {
        void into(Worksheet sheet);
    }

    private static byte[] write(
            String name, String title, GapReport report, List<String> headings, List<Integer> widths, Rows rows) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Xiangpei", null)) {
            Worksheet sheet = workbook.newWorksheet(name);
            sheet.value(0, 0, name + "：" + title + "，截至 " + report.asOf() + sample(report));
            sheet.style(0, 0).bold().set();
            sheet.value(TOTAL_ROW, 0, "全部需求行");
            sheet.value(TOTAL_ROW, 1, report.lines().all());
            for (int i = 0; i < headings.size(); i++) {
                sheet.value(HEADING_ROW, i, headings.get(i));
                sheet.style(HEADING_ROW, i).bold().fillColor(HEADER).set();
                sheet.width(i, widths.get(i));
            }
            rows.into(sheet);
            sheet.freezePane(0, HEADING_ROW + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing into memory cannot fail", e);
        }
        return out.toByteArray();
    }

    private static String sample(GapReport report) {
        return report.lines().illustrative() > 0 ? "（含示例数据，不反映任何单位的真实需求）" : "";
    }

    private static void gap(Worksheet sheet, int row, GapItem gap) {
        DemandSums demand = gap.demand().orElseThrow();
        sheet.value(row, 0, gap.code());
        sheet.value(row, 1, gap.chain());
        sheet.value(row, 2, gap.categoryName());
        sheet.value(row, 3, String.join("；", GapWords.lacks(gap)));
        sheet.value(row, 4, Labels.of(gap.state()));
        sheet.value(row, LINES, demand.lines());
        sheet.value(row, 6, demand.none());
        sheet.value(row, 7, demand.possible());
        sheet.value(row, 8, demand.buyers());
        sheet.value(row, 9, String.join("，", GapWords.quantities(demand)));
        sheet.value(row, 10, demand.budget().map(GapWords::about).orElse("不显示"));
        if (gap.gain().flatMap(Rate::value).isPresent()) {
            sheet.formula(row, POINTS, "F%d/$B$%d*100".formatted(row + 1, TOTAL_ROW + 1));
            sheet.style(row, POINTS).format("0.00").set();
        }
        sheet.value(row, 12, gap.firstSeen().map(Figures::date).orElse(""));
        sheet.value(row, 13, gap.follower().orElse(""));
    }

    private static void near(Worksheet sheet, int row, NearProduct near) {
        int column = ABOUT_GAP.size();
        sheet.value(row, column, near.productName());
        sheet.value(row, column + 1, near.product());
        sheet.value(row, column + 2, near.firmName());
        sheet.value(row, column + 3, near.firm());
        sheet.value(row, column + 4, near.lines());
        sheet.value(row, column + 5, String.join("；", GapWords.changes(near)));
    }
}
