package org.xiangpei.insight.overview.web;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.xiangpei.insight.Figure;
import org.xiangpei.insight.LocalSourcingReport;
import org.xiangpei.insight.LocalSourcingReport.Group;
import org.xiangpei.insight.LocalSourcingReport.Numbers;
import org.xiangpei.insight.overview.Overview;
import org.xiangpei.insight.overview.Target;
import org.xiangpei.insight.web.RateNumber;
import org.xiangpei.insight.web.RateSheets;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Rate;
import org.xiangpei.shared.tabular.FigureSheet;
import org.xiangpei.shared.tabular.FigureSheet.Column;

/** The tables of the overview, and the targets, as sheets. */
final class OverviewSheets {

    private OverviewSheets() {}

    static List<FigureSheet> of(Overview overview) {
        var sheets = new ArrayList<FigureSheet>();
        sheets.add(numbers(overview));
        sheets.add(course(overview));
        LocalSourcingReport byCity = overview.byCity();
        if (byCity != null) {
            sheets.add(RateSheets.groups("三市比较", "采购方所在市", byCity));
        }
        if (!overview.now().flows().isEmpty()) {
            sheets.add(RateSheets.flows(overview.now()));
        }
        sheets.add(RateSheets.groups("各产业链", "产业链", overview.now()));
        sheets.add(RateSheets.definitions());
        return sheets;
    }

    private static FigureSheet numbers(Overview overview) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (RateNumber number : RateNumber.values()) {
            rows.add(row(overview, number.label(), number.formula(), number::figure));
        }
        rows.add(row(overview, RateNumber.RECOGNISED, RateNumber.RECOGNISED_FORMULA, Numbers::recognised));
        return FigureSheet.of(
                "指标",
                List.of(
                        RateSheets.basis(overview.now()),
                        "上一期 " + days(overview.before()) + "，去年同期 " + days(overview.lastYear()) + "，都按同一天所知。",
                        overview.leakage().money().map(it -> "外流 " + it + " 元，").orElse("外流金额不公开，")
                                + overview.leakage().records() + " 笔：买在三市以外、当天目录里有同品类互认产品。",
                        overview.target()
                                .map(it -> overview.now().period().to().getYear() + " 年金额口径目标 "
                                        + it.stripTrailingZeros().toPlainString() + "%。")
                                .orElse("没有设定目标。")),
                List.of(
                        Column.text("口径", 16),
                        Column.text("公式", 36),
                        Column.money("本期分子"),
                        Column.money("本期分母"),
                        Column.share("本期", "本期分子", "本期分母"),
                        Column.count("本期记录"),
                        Column.money("上一期分子"),
                        Column.money("上一期分母"),
                        Column.share("上一期", "上一期分子", "上一期分母"),
                        difference("比上一期（百分点）", "本期", "上一期"),
                        Column.money("去年同期分子"),
                        Column.money("去年同期分母"),
                        Column.share("去年同期", "去年同期分子", "去年同期分母"),
                        difference("比去年同期（百分点）", "本期", "去年同期")),
                rows);
    }

    private static Column difference(String heading, String now, String then) {
        return Column.formula(
                heading,
                "+0.0;-0.0;0.0",
                "IF(COUNT({%s},{%s})=2,({%s}-{%s})*100,\"\")".formatted(now, then, now, then));
    }

    private static String days(LocalSourcingReport report) {
        return report.period().from() + " 至 " + report.period().to();
    }

    private static List<@Nullable Object> row(
            Overview overview, String label, String formula, Function<Numbers, Figure> figure) {
        Figure now = figure.apply(overview.now().total());
        Figure before = figure.apply(overview.before().total());
        Figure then = figure.apply(overview.lastYear().total());
        return List.of(
                label,
                formula,
                RateSheets.part(now, Rate::numerator),
                RateSheets.part(now, Rate::denominator),
                now.records(),
                RateSheets.part(before, Rate::numerator),
                RateSheets.part(before, Rate::denominator),
                RateSheets.part(then, Rate::numerator),
                RateSheets.part(then, Rate::denominator));
    }

    private static FigureSheet course(Overview overview) {
        Map<String, Group> byMonth =
                overview.course().groups().stream().collect(Collectors.toMap(Group::key, Function.identity()));
        var rows = new ArrayList<List<@Nullable Object>>();
        overview.months().forEach(it -> rows.add(month(overview, it, byMonth.get(it.toString()))));
        return new FigureSheet(
                "二十四个月的走势",
                List.of(RateSheets.basis(overview.course())),
                List.of(),
                List.of(
                        Column.text("月份", 12),
                        Column.money("本地金额（元）").sum(),
                        Column.money("全部金额（元）").sum(),
                        Column.count("有合格产品的需求行").sum(),
                        Column.count("全部需求行").sum(),
                        Column.count("目标（%）"),
                        Column.share(RateNumber.AWARD_VALUE.label(), "本地金额（元）", "全部金额（元）"),
                        Column.share(RateNumber.COVERAGE.label(), "有合格产品的需求行", "全部需求行")),
                rows,
                true);
    }

    /** A month without facts has nothing of everything. */
    private static List<@Nullable Object> month(Overview overview, YearMonth month, @Nullable Group group) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(month.toString());
        for (RateNumber number : List.of(RateNumber.AWARD_VALUE, RateNumber.COVERAGE)) {
            cells.add(
                    group == null ? BigDecimal.ZERO : RateSheets.part(number.figure(group.numbers()), Rate::numerator));
            cells.add(
                    group == null
                            ? BigDecimal.ZERO
                            : RateSheets.part(number.figure(group.numbers()), Rate::denominator));
        }
        cells.add(overview.targets().get(month.getYear()));
        return cells;
    }

    static List<FigureSheet> of(List<Target> targets) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (Target it : targets) {
            var cells = new ArrayList<@Nullable Object>();
            cells.add(it.city().map(City::label).orElse("长株潭"));
            cells.add(String.valueOf(it.year()));
            cells.add(it.percent() == null ? "撤销" : it.percent());
            cells.add(it.reason());
            cells.add(it.setBy());
            cells.add(it.recordedAt().toString());
            rows.add(cells);
        }
        return List.of(FigureSheet.of(
                "本地配套率目标",
                List.of("金额口径的年度目标，从新到旧；同一范围和年份以最新的一条为准。"),
                List.of(
                        Column.text("范围", 12),
                        Column.text("年份", 10),
                        new Column("目标（%）", 12, "0.0", null, false),
                        Column.text("依据", 60),
                        Column.text("设定", 16),
                        Column.text("时间（UTC）", 26)),
                rows));
    }
}
