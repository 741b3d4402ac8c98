package org.xiangpei.insight.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.xiangpei.insight.Amount;
import org.xiangpei.insight.Figure;
import org.xiangpei.insight.Flow;
import org.xiangpei.insight.LocalSourcingReport;
import org.xiangpei.insight.LocalSourcingReport.Group;
import org.xiangpei.insight.LocalSourcingReport.Numbers;
import org.xiangpei.insight.overview.Overview;
import org.xiangpei.insight.report.ReportContent.Block;
import org.xiangpei.insight.report.ReportContent.Chart;
import org.xiangpei.insight.report.ReportContent.Column;
import org.xiangpei.insight.report.ReportContent.Point;
import org.xiangpei.insight.report.ReportContent.Section;
import org.xiangpei.insight.report.ReportContent.Table;
import org.xiangpei.insight.report.ReportWriting.Rates;
import org.xiangpei.insight.web.RateNumber;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Money;
import org.xiangpei.shared.Rate;
import org.xiangpei.shared.web.Figures;

/** The rate with its course, the cities, the money between them, and the chains, in sentences and tables. */
final class RateSections {

    private static final int MOST_CHAINS = 20;
    private static final String NONE = "—";

    private RateSections() {}

    static List<String> points(Rates rates) {
        Numbers now = rates.now().total();
        Numbers before = rates.before().total();
        Numbers then = rates.overview().lastYear().total();
        var points = new ArrayList<String>();
        points.add("%s采购 %s，其中三市生产 %s，金额口径本地配套率 %s，比%s%s，比去年同期%s。"
                .formatted(
                        rates.names().getFirst(),
                        part(now.awardValue(), Rate::denominator),
                        part(now.awardValue(), Rate::numerator),
                        share(now.awardValue()),
                        rates.names().get(1),
                        moved(now.awardValue(), before.awardValue()),
                        moved(now.awardValue(), then.awardValue())));
        points.add("本年累计 %s。%s".formatted(share(rates.year().total().awardValue()), target(rates)));
        points.add("买互认产品的金额占 %s，比%s%s；外流（买在三市以外、当天目录里有同品类互认产品）%s。"
                .formatted(
                        share(now.recognised()),
                        rates.names().get(1),
                        moved(now.recognised(), before.recognised()),
                        leaked(rates.overview().leakage())));
        points.add("需求覆盖率 %s（有合格互认产品的需求行 ÷ 期内发布的全部需求行），比%s%s。"
                .formatted(share(now.coverage()), rates.names().get(1), moved(now.coverage(), before.coverage())));
        return points;
    }

    private static String leaked(Amount it) {
        return it.records() == 0
                ? "没有"
                : it.money().map(all -> Figures.money(all.yuan())).orElse("金额不公开") + "，" + Figures.number(it.records())
                        + " 笔";
    }

    private static String target(Rates rates) {
        int year = rates.now().period().to().getYear();
        Optional<BigDecimal> target = rates.overview().target();
        if (target.isEmpty()) {
            return year + " 年没有设定目标。";
        }
        String said = year + " 年目标 " + target.get().stripTrailingZeros().toPlainString() + "%";
        return said
                + value(rates.year().total().awardValue())
                        .map(it -> target.get().subtract(percent(it)))
                        .map(missing -> missing.signum() > 0
                                ? "，还差 " + missing.stripTrailingZeros().toPlainString() + " 个百分点。"
                                : "，已达到。")
                        .orElse("。");
    }

    static List<Section> of(Rates rates) {
        var sections = new ArrayList<Section>();
        sections.add(new Section(
                "本地配套率",
                true,
                List.of(
                        Block.of(shares(rates)),
                        Block.of(basis(rates)),
                        Block.of(course(rates.overview())),
                        Block.of(months(rates.overview())))));
        sections.add(new Section(rates.city() == null ? "三市比较和采购流向" : "采购流向", true, between(rates)));
        sections.add(new Section("各产业链", true, chains(rates)));
        return sections;
    }

    private static Table shares(Rates rates) {
        var rows = new ArrayList<List<String>>();
        for (RateNumber number : RateNumber.values()) {
            rows.add(row(rates, number.label(), number::figure));
        }
        rows.add(row(rates, RateNumber.RECOGNISED, Numbers::recognised));
        String first = rates.names().getFirst();
        String before = rates.names().get(1);
        return new Table(
                "各口径的比率和变化；变化的单位是百分点。%s为 %s 至 %s。"
                        .formatted(
                                before,
                                rates.before().period().from(),
                                rates.before().period().to()),
                List.of(
                        Column.text("口径", 22),
                        Column.number(first, 13),
                        Column.number(before, 13),
                        Column.number("比" + before, 13),
                        Column.number("去年同期", 13),
                        Column.number("比去年同期", 13),
                        Column.number("本年累计", 13)),
                rows,
                false);
    }

    private static List<String> row(Rates rates, String label, Function<Numbers, Figure> figure) {
        Figure now = figure.apply(rates.now().total());
        Figure before = figure.apply(rates.before().total());
        Figure then = figure.apply(rates.overview().lastYear().total());
        return List.of(
                label,
                share(now),
                share(before),
                signed(now, before),
                share(then),
                signed(now, then),
                share(figure.apply(rates.year().total())));
    }

    private static Table basis(Rates rates) {
        Numbers now = rates.now().total();
        MoneyUnit unit = unit(Stream.of(now));
        var rows = new ArrayList<List<String>>();
        for (RateNumber number : RateNumber.values()) {
            rows.add(basis(number.label(), number.formula(), number.figure(now), number.isMoney() ? unit : null));
        }
        rows.add(basis(RateNumber.RECOGNISED, RateNumber.RECOGNISED_FORMULA, now.recognised(), unit));
        return new Table(
                rates.names().getFirst() + "各口径的分子、分母；金额单位：" + unit.label() + "，含税。",
                List.of(
                        Column.text("口径", 18),
                        Column.text("公式", 36),
                        Column.number("分子", 14),
                        Column.number("分母", 14),
                        Column.number("记录数", 9),
                        Column.number("不明占比", 9)),
                rows,
                false);
    }

    private static List<String> basis(String label, String formula, Figure figure, @Nullable MoneyUnit unit) {
        Function<BigDecimal, String> text = it -> unit == null ? Figures.number(it) : unit.text(it);
        return List.of(
                label,
                formula,
                figure.rate().map(it -> text.apply(it.numerator())).orElse(RateNumber.HIDDEN),
                figure.rate().map(it -> text.apply(it.denominator())).orElse(RateNumber.HIDDEN),
                Figures.number(figure.records()),
                RateNumber.share(figure, Rate::unknownShare));
    }

    private static Chart course(Overview overview) {
        Map<String, Group> byMonth = byMonth(overview);
        List<Point> points = overview.months().stream()
                .map(month -> point(overview, month, byMonth.get(month.toString())))
                .toList();
        return new Chart(Chart.Shape.LINES, "二十四个月的走势（%）", List.of("金额口径", "覆盖口径", "金额口径目标"), points);
    }

    private static Map<String, Group> byMonth(Overview overview) {
        return overview.course().groups().stream().collect(Collectors.toMap(Group::key, Function.identity()));
    }

    /** The numbers of the course, half of the months beside the other half. */
    private static Table months(Overview overview) {
        Map<String, Group> byMonth = byMonth(overview);
        List<List<String>> months = overview.months().stream()
                .map(month -> month(overview, month, byMonth.get(month.toString())))
                .toList();
        int half = (months.size() + 1) / 2;
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < half; i++) {
            var row = new ArrayList<String>(months.get(i));
            row.addAll(i + half < months.size() ? months.get(i + half) : List.of("", "", "", ""));
            rows.add(row);
        }
        List<Column> columns = List.of(
                Column.text("月份", 14), Column.number("金额口径", 12), Column.number("覆盖口径", 12), Column.number("目标", 12));
        return new Table(
                "走势图的数字。最后一个月只到报告期末。",
                Stream.concat(columns.stream(), columns.stream()).toList(),
                rows,
                false);
    }

    private static List<String> month(Overview overview, YearMonth month, @Nullable Group group) {
        BigDecimal target = overview.targets().get(month.getYear());
        return List.of(
                month.toString(),
                group == null ? NONE : share(group.numbers().awardValue()),
                group == null ? NONE : share(group.numbers().coverage()),
                target == null ? NONE : target + "%");
    }

    private static Point point(Overview overview, YearMonth month, @Nullable Group group) {
        BigDecimal target = overview.targets().get(month.getYear());
        return new Point(
                month.toString(),
                List.of(
                        group == null ? "" : plain(group.numbers().awardValue()),
                        group == null ? "" : plain(group.numbers().coverage()),
                        target == null ? "" : target.toPlainString()));
    }

    private static List<Block> between(Rates rates) {
        var blocks = new ArrayList<Block>();
        LocalSourcingReport byCity = rates.overview().byCity();
        if (byCity != null) {
            blocks.add(Block.of(groups("按采购方所在市", "采购方所在市", byCity.groups())));
        }
        List<Flow> flows = rates.now().flows();
        if (flows.isEmpty()) {
            blocks.add(Block.of("报告期内没有三市之间的采购。"));
            return blocks;
        }
        blocks.add(Block.of(new Chart(
                Chart.Shape.FLOWS,
                "三市之间的采购流向（万元）",
                Arrays.stream(City.values()).map(City::label).toList(),
                Arrays.stream(City.values())
                        .map(from -> new Point(
                                from.label(),
                                Arrays.stream(City.values())
                                        .map(to -> Flow.between(flows, from, to)
                                                .money()
                                                .map(Money::toString)
                                                .orElse(""))
                                        .toList()))
                        .toList())));
        blocks.add(Block.of(flows(flows)));
        return blocks;
    }

    private static Table flows(List<Flow> flows) {
        MoneyUnit unit = MoneyUnit.of(flows.stream()
                .flatMap(it -> it.amount().money().stream())
                .map(Money::yuan)
                .toList());
        var rows = new ArrayList<List<String>>();
        for (City from : City.values()) {
            rows.add(flow(
                    from.label() + "采购方",
                    Arrays.stream(City.values())
                            .map(to -> Flow.between(flows, from, to))
                            .toList(),
                    unit));
        }
        rows.add(flow(
                "合计",
                Arrays.stream(City.values())
                        .map(to -> sum(Arrays.stream(City.values())
                                .map(from -> Flow.between(flows, from, to))
                                .toList()))
                        .toList(),
                unit));
        return new Table(
                "三市采购方买三市生产的货物；单位：" + unit.label() + "，含税。",
                List.of(
                        Column.text("采购方", 24),
                        Column.number("长沙生产", 19),
                        Column.number("株洲生产", 19),
                        Column.number("湘潭生产", 19),
                        Column.number("合计", 19)),
                rows,
                true);
    }

    private static List<String> flow(String label, List<Amount> amounts, MoneyUnit unit) {
        return Stream.concat(
                        Stream.of(label),
                        Stream.concat(amounts.stream(), Stream.of(sum(amounts))).map(it -> it.money()
                                .map(all -> unit.text(all.yuan()))
                                .orElse(RateNumber.HIDDEN)))
                .toList();
    }

    /** Of parts that are not all told there is no sum. */
    private static Amount sum(List<Amount> parts) {
        Money all = Money.ZERO;
        long records = 0;
        boolean hidden = false;
        for (Amount it : parts) {
            all = all.plus(it.money().orElse(Money.ZERO));
            records += it.records();
            hidden |= it.hidden();
        }
        return new Amount(records, hidden ? null : all);
    }

    private static List<Block> chains(Rates rates) {
        List<Group> all = rates.now().groups();
        var blocks = new ArrayList<Block>();
        if (all.isEmpty()) {
            blocks.add(Block.of("报告期内没有采购，也没有发布需求。"));
            return blocks;
        }
        List<Group> most = all.stream().limit(MOST_CHAINS).toList();
        blocks.add(Block.of(new Chart(
                Chart.Shape.BARS,
                "各产业链金额口径的本地配套率（%）",
                List.of("金额口径"),
                most.stream()
                        .map(it ->
                                new Point(it.label(), List.of(plain(it.numbers().awardValue()))))
                        .toList())));
        blocks.add(Block.of(groups("按采购金额从大到小", "产业链", most)));
        if (all.size() > most.size()) {
            blocks.add(Block.of("另有 " + (all.size() - most.size()) + " 条产业链采购金额较小或不公开，没有列出。"));
        }
        return blocks;
    }

    private static Table groups(String order, String what, List<Group> groups) {
        MoneyUnit unit = unit(groups.stream().map(Group::numbers));
        return new Table(
                order + "；采购金额单位：" + unit.label() + "，含税。",
                List.of(
                        Column.text(what, 22),
                        Column.number("金额口径", 13),
                        Column.number("笔数口径", 13),
                        Column.number("覆盖口径", 13),
                        Column.number("申报含量口径", 15),
                        Column.number("采购金额", 14),
                        Column.number("采购记录", 10)),
                groups.stream().map(it -> group(it, unit)).toList(),
                false);
    }

    private static List<String> group(Group group, MoneyUnit unit) {
        var cells = new ArrayList<String>();
        cells.add(group.label());
        for (RateNumber number : RateNumber.values()) {
            cells.add(share(number.figure(group.numbers())));
        }
        Figure value = group.numbers().awardValue();
        cells.add(value.rate().map(it -> unit.text(it.denominator())).orElse(RateNumber.HIDDEN));
        cells.add(Figures.number(value.records()));
        return cells;
    }

    private static MoneyUnit unit(Stream<Numbers> all) {
        return MoneyUnit.of(all.flatMap(it -> it.awardValue().rate().stream())
                .map(Rate::denominator)
                .toList());
    }

    private static String part(Figure figure, Function<Rate, BigDecimal> part) {
        return figure.rate().map(it -> Figures.money(part.apply(it))).orElse(RateNumber.HIDDEN);
    }

    private static String share(Figure figure) {
        return RateNumber.share(figure, Rate::value);
    }

    private static Optional<BigDecimal> value(Figure figure) {
        return figure.rate().flatMap(Rate::value);
    }

    private static BigDecimal percent(BigDecimal share) {
        return share.movePointRight(2).setScale(1, RoundingMode.HALF_UP);
    }

    private static String plain(Figure figure) {
        return value(figure).map(it -> percent(it).toPlainString()).orElse("");
    }

    /** As the overview says it: from the shares, not from what they were rounded to. */
    private static Optional<BigDecimal> points(Figure now, Figure then) {
        return value(now).flatMap(is -> value(then).map(was -> percent(is.subtract(was))));
    }

    private static String signed(Figure now, Figure then) {
        return points(now, then)
                .map(it -> (it.signum() > 0 ? "+" : it.signum() < 0 ? "−" : "")
                        + it.abs().toPlainString())
                .orElse(NONE);
    }

    private static String moved(Figure now, Figure then) {
        return points(now, then)
                .map(it -> switch (it.signum()) {
                    case 0 -> "持平";
                    case 1 -> "上升 " + it.toPlainString() + " 个百分点";
                    default -> "下降 " + it.negate().toPlainString() + " 个百分点";
                })
                .orElse("无可比");
    }
}
