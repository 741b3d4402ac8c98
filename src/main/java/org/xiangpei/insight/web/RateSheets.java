package org.xiangpei.insight.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.xiangpei.insight.Amount;
import org.xiangpei.insight.Figure;
import org.xiangpei.insight.Flow;
import org.xiangpei.insight.LocalSourcingReport;
import org.xiangpei.insight.LocalSourcingReport.Group;
import org.xiangpei.insight.LocalSourcingReport.Numbers;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Money;
import org.xiangpei.shared.Rate;
import org.xiangpei.shared.tabular.FigureSheet;
import org.xiangpei.shared.tabular.FigureSheet.Column;

/** The tables of the rate as sheets: what is divided stands in its cells, the shares and totals are formulas. */
public final class RateSheets {

    private static final String LOCAL = "本地金额（元）";
    private static final String UNKNOWN = "产地不明金额（元）";
    private static final String CONTENT = "本地含量金额（元）";
    private static final String RECOGNISED = "互认产品金额（元）";
    private static final String ALL = "全部金额（元）";
    private static final String LOCAL_LINES = "本地笔数";
    private static final String LINES = "全部笔数";
    private static final String MET = "有合格产品的需求行";
    private static final String ASKED = "全部需求行";

    private RateSheets() {}

    /** The groups of a report, which are parts of one whole. */
    public static FigureSheet groups(String name, String what, LocalSourcingReport report) {
        return new FigureSheet(name, List.of(basis(report)), List.of(), columns(what), rows(report.groups()), true);
    }

    /** What a table is of, and what was known when. */
    public static String basis(LocalSourcingReport report) {
        return "%s 至 %s，按 %s 当日已知的记录计算；金额含税%s。"
                .formatted(
                        report.period().from(),
                        report.period().to(),
                        report.asOf(),
                        report.illustrative() > 0 ? "；其中 " + report.illustrative() + " 条是示例数据" : "");
    }

    private static List<Column> columns(String what) {
        return List.of(
                Column.text(what, 24),
                Column.money(LOCAL).sum(),
                Column.money(UNKNOWN).sum(),
                Column.money(CONTENT).sum(),
                Column.money(RECOGNISED).sum(),
                Column.money(ALL).sum(),
                Column.count(LOCAL_LINES).sum(),
                Column.count(LINES).sum(),
                Column.count(MET).sum(),
                Column.count(ASKED).sum(),
                Column.share(RateNumber.AWARD_VALUE.label(), LOCAL, ALL),
                Column.share(RateNumber.LINE_COUNT.label(), LOCAL_LINES, LINES),
                Column.share(RateNumber.COVERAGE.label(), MET, ASKED),
                Column.share(RateNumber.DECLARED_CONTENT.label(), CONTENT, ALL),
                Column.share(RateNumber.RECOGNISED, RECOGNISED, ALL),
                Column.share("产地不明金额占比", UNKNOWN, ALL));
    }

    private static List<List<@Nullable Object>> rows(List<Group> groups) {
        var rows = new ArrayList<List<@Nullable Object>>();
        groups.forEach(it -> rows.add(row(it.label(), it.numbers())));
        return rows;
    }

    private static List<@Nullable Object> row(String label, Numbers it) {
        return List.of(
                label,
                part(it.awardValue(), Rate::numerator),
                part(it.awardValue(), Rate::unknown),
                part(it.declaredContent(), Rate::numerator),
                part(it.recognised(), Rate::numerator),
                part(it.awardValue(), Rate::denominator),
                part(it.lineCount(), Rate::numerator),
                part(it.lineCount(), Rate::denominator),
                part(it.coverage(), Rate::numerator),
                part(it.coverage(), Rate::denominator));
    }

    /** As it may be shown: not where few records would tell single deals. */
    public static Object part(Figure figure, Function<Rate, BigDecimal> part) {
        return figure.rate().map(part).<Object>map(it -> it).orElse(RateNumber.HIDDEN);
    }

    /** Money from the buyers' cities (rows) to those of production (columns). */
    public static FigureSheet flows(LocalSourcingReport report) {
        var columns = new ArrayList<Column>();
        columns.add(Column.text("采购方", 12));
        Arrays.stream(City.values())
                .forEach(it -> columns.add(Column.money(made(it)).sum()));
        columns.add(Column.formula(
                "三市生产合计（元）",
                "#,##0.00",
                String.join(
                        "+",
                        Arrays.stream(City.values())
                                .map(it -> "{" + made(it) + "}")
                                .toList())));
        var rows = new ArrayList<List<@Nullable Object>>();
        for (City from : City.values()) {
            var row = new ArrayList<@Nullable Object>();
            row.add(from.label());
            Arrays.stream(City.values()).forEach(to -> row.add(amount(Flow.between(report.flows(), from, to))));
            rows.add(row);
        }
        return new FigureSheet("三市采购流向", List.of(basis(report), "行是采购方所在市，列是生产地。"), List.of(), columns, rows, true);
    }

    private static String made(City city) {
        return city.label() + "生产（元）";
    }

    private static Object amount(Amount amount) {
        return amount.money().<Object>map(Money::yuan).orElse(RateNumber.HIDDEN);
    }

    public static FigureSheet definitions() {
        var rows = new ArrayList<List<@Nullable Object>>();
        rows.add(List.of("什么算本地", "货物的生产地在长沙、株洲或湘潭；没有写明生产地的，一律不算本地。"));
        for (RateNumber number : RateNumber.values()) {
            rows.add(List.of(number.label(), number.formula()));
        }
        rows.add(List.of(RateNumber.RECOGNISED, RateNumber.RECOGNISED_FORMULA));
        rows.add(List.of(RateNumber.HIDDEN, RateNumber.HIDDEN_MEANING + "含有不公开的列不合计。"));
        return FigureSheet.of("口径", List.of(), List.of(Column.text("名称", 20), Column.text("公式", 70)), rows);
    }
}
