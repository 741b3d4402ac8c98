package org.xiangpei.insight.web;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.insight.ChangeReport;
import org.xiangpei.insight.RateChange;
import org.xiangpei.insight.RateChange.Worth;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Rate;
import org.xiangpei.shared.tabular.FigureSheet;
import org.xiangpei.shared.tabular.FigureSheet.Column;
import org.xiangpei.shared.tabular.FigureSheet.Fact;

/** The reasons of a change as sheets: what each did to the rate is a formula, and their sum is the difference of the two rates. */
final class RateChangeSheets {

    private static final String HIDDEN = "不公开";
    private static final String POINTS = "+0.0000;-0.0000;0.0000";
    private static final String NUMERATOR_BEFORE = "原来的分子";
    private static final String DENOMINATOR_BEFORE = "原来的分母";
    private static final String NUMERATOR = "现在的分子";
    private static final String DENOMINATOR = "现在的分母";
    private static final String OF_NUMERATOR = "分子变化";
    private static final String OF_DENOMINATOR = "分母变化";
    private static final String BEFORE = "原来的比率";
    private static final String NOW = "现在的比率";

    private RateChangeSheets() {}

    private record Named(String label, String formula, RateChange change) {}

    static List<FigureSheet> of(ChangeReport report) {
        List<Named> numbers = numbers(report.numbers());
        var sheets = new ArrayList<FigureSheet>();
        sheets.add(ends(report, numbers));
        numbers.forEach(it -> sheets.add(reasons(report, it)));
        sheets.add(RateSheets.definitions());
        return sheets;
    }

    private static List<Named> numbers(ChangeReport.Numbers numbers) {
        return List.of(
                named(RateNumber.AWARD_VALUE, numbers.awardValue()),
                named(RateNumber.LINE_COUNT, numbers.lineCount()),
                named(RateNumber.COVERAGE, numbers.coverage()),
                named(RateNumber.DECLARED_CONTENT, numbers.declaredContent()),
                new Named(RateNumber.RECOGNISED, RateNumber.RECOGNISED_FORMULA, numbers.recognised()));
    }

    private static Named named(RateNumber number, RateChange change) {
        return new Named(number.label(), number.formula(), change);
    }

    private static String basis(ChangeReport report) {
        return "%s 至 %s，按 %s（原来）和 %s（现在）当日已知的记录各算一次；金额含税%s。"
                .formatted(
                        report.period().from(),
                        report.period().to(),
                        report.asOfBefore(),
                        report.asOfAfter(),
                        report.illustrative() > 0 ? "；其中 " + report.illustrative() + " 条是示例数据" : "");
    }

    private static FigureSheet ends(ChangeReport report, List<Named> numbers) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (Named it : numbers) {
            rows.add(List.of(
                    it.label(),
                    it.formula(),
                    RateSheets.part(it.change().before(), Rate::numerator),
                    RateSheets.part(it.change().before(), Rate::denominator),
                    RateSheets.part(it.change().after(), Rate::numerator),
                    RateSheets.part(it.change().after(), Rate::denominator)));
        }
        return FigureSheet.of(
                "两个日期",
                List.of(basis(report)),
                List.of(
                        Column.text("口径", 16),
                        Column.text("公式", 36),
                        Column.money(NUMERATOR_BEFORE),
                        Column.money(DENOMINATOR_BEFORE),
                        Column.money(NUMERATOR),
                        Column.money(DENOMINATOR),
                        Column.share(BEFORE, NUMERATOR_BEFORE, DENOMINATOR_BEFORE),
                        Column.share(NOW, NUMERATOR, DENOMINATOR),
                        Column.formula(
                                "变化（百分点）",
                                POINTS,
                                "IF(COUNT({%s},{%s})=2,({%s}-{%s})*100,\"\")".formatted(NOW, BEFORE, NOW, BEFORE))),
                rows);
    }

    private static FigureSheet reasons(ChangeReport report, Named number) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (RateChange.Part it : number.change().parts()) {
            rows.add(List.of(
                    Labels.of(it.cause()),
                    it.records(),
                    it.worth().<Object>map(Worth::numerator).orElse(HIDDEN),
                    it.worth().<Object>map(Worth::denominator).orElse(HIDDEN)));
        }
        return new FigureSheet(
                number.label(),
                List.of(basis(report), "对比率的影响是（分子变化 − 分母变化 × 原来的比率）÷ 现在的分母；各项加起来就是比率的变化。"),
                facts(number.change()),
                List.of(
                        Column.text("原因", 24),
                        Column.count("条数").sum(),
                        Column.money(OF_NUMERATOR).sum(),
                        Column.money(OF_DENOMINATOR).sum(),
                        Column.formula("对比率的影响（百分点）", POINTS, worth())),
                rows,
                true);
    }

    /** None where they are not told: then no part is told either. */
    private static List<Fact> facts(RateChange change) {
        return change.before()
                .rate()
                .flatMap(before -> change.after()
                        .rate()
                        .map(after -> List.of(
                                new Fact(NUMERATOR_BEFORE, before.numerator()),
                                new Fact(DENOMINATOR_BEFORE, before.denominator()),
                                new Fact(NUMERATOR, after.numerator()),
                                new Fact(DENOMINATOR, after.denominator()))))
                .orElse(List.of());
    }

    private static String worth() {
        return "IF({#%2$s}*{#%3$s}=0,\"\",({%4$s}-{%5$s}*{#%1$s}/{#%2$s})/{#%3$s}*100)"
                .formatted(NUMERATOR_BEFORE, DENOMINATOR_BEFORE, DENOMINATOR, OF_NUMERATOR, OF_DENOMINATOR);
    }
}
