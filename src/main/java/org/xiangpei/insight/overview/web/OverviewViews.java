package org.xiangpei.insight.overview.web;

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

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.xiangpei.insight.Amount;
import org.xiangpei.insight.Figure;
import org.xiangpei.insight.LocalSourcingReport;
import org.xiangpei.insight.LocalSourcingReport.Group;
import org.xiangpei.insight.LocalSourcingReport.Numbers;
import org.xiangpei.insight.overview.Overview;
import org.xiangpei.insight.overview.web.OverviewView.ChainRow;
import org.xiangpei.insight.overview.web.OverviewView.CityRow;
import org.xiangpei.insight.overview.web.OverviewView.Compared;
import org.xiangpei.insight.overview.web.OverviewView.Leak;
import org.xiangpei.insight.overview.web.OverviewView.Month;
import org.xiangpei.insight.overview.web.OverviewView.Tile;
import org.xiangpei.insight.web.RateChangeViews;
import org.xiangpei.insight.web.RateFilters;
import org.xiangpei.insight.web.RateLinks;
import org.xiangpei.insight.web.RateNumber;
import org.xiangpei.insight.web.RateView.Cell;
import org.xiangpei.ledger.Dimension;
import org.xiangpei.ledger.Period;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Rate;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Figures;

/** Puts the overview into words, with the way to what stands behind each figure. */
@ApplicationScoped
class OverviewViews {

    private final RateFilters filters;
    private final RateLinks links;

    OverviewViews(RateFilters filters, RateLinks links) {
        this.filters = filters;
        this.links = links;
    }

    OverviewView of(Overview overview, boolean maySetTargets) {
        LocalSourcingReport now = overview.now();
        City city = overview.scope().buyerCity();
        Optional<BigDecimal> target = overview.target();
        return new OverviewView(
                filters.of(overview.scope(), now.period(), now.asOf()),
                city == null ? "长株潭" : city.label(),
                text(now.period()),
                now.asOf().toString(),
                text(overview.before().period()),
                text(overview.lastYear().period()),
                RateFilters.sampleNote(now.illustrative()),
                tiles(overview),
                leak(overview),
                now.period().to().getYear(),
                target.map(it -> plain(it) + "%").orElse(null),
                target.flatMap(it -> distance(now.total().awardValue(), it)).orElse(null),
                months(overview),
                cities(overview),
                chains(overview),
                now.flows().isEmpty()
                        ? null
                        : FlowPicture.of(now.flows(), (from, to) -> links.behindFlow(now, from, to)),
                RateChangeViews.address(now),
                maySetTargets);
    }

    private static String text(Period period) {
        return period.from() + " 至 " + period.to();
    }

    private static List<Tile> tiles(Overview overview) {
        var tiles = new ArrayList<Tile>();
        for (RateNumber number : RateNumber.values()) {
            tiles.add(tile(
                    overview,
                    number.label(),
                    number.formula(),
                    number::figure,
                    number.cell(overview.now().total()).parts()));
        }
        tiles.add(tile(
                overview,
                RateNumber.RECOGNISED,
                RateNumber.RECOGNISED_FORMULA,
                Numbers::recognised,
                money(overview.now().total().recognised())));
        return tiles;
    }

    /** What went elsewhere, and how much that is of everything. */
    private static Leak leak(Overview overview) {
        Amount leakage = overview.leakage();
        return new Leak(
                leakage.money().map(it -> Figures.money(it.yuan())).orElse(RateNumber.HIDDEN),
                Figures.number(leakage.records()),
                leakage.money()
                        .flatMap(it -> overview.now()
                                .total()
                                .awardValue()
                                .rate()
                                .map(all -> share(it.yuan(), all.denominator())))
                        .orElse(RateNumber.HIDDEN),
                RateLinks.by(overview.now(), Dimension.CATEGORY));
    }

    private static String share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? "—" : Figures.percent(part.divide(whole, Rate.SCALE, RoundingMode.HALF_UP));
    }

    private static String money(Figure figure) {
        return figure.rate()
                .map(it -> Figures.money(it.numerator()) + " / " + Figures.money(it.denominator()))
                .orElse("");
    }

    private static Tile tile(
            Overview overview, String label, String formula, Function<Numbers, Figure> figure, String parts) {
        Figure now = figure.apply(overview.now().total());
        return new Tile(
                label,
                RateNumber.share(now, Rate::value),
                formula,
                parts,
                Figures.number(now.records()),
                List.of(
                        compared("上一期", now, overview.before(), figure),
                        compared("去年同期", now, overview.lastYear(), figure)),
                RateLinks.by(overview.now(), Dimension.MONTH));
    }

    /** The difference of two shares in percentage points; none where one of them is not there or not shown. */
    private static Compared compared(
            String with, Figure now, LocalSourcingReport report, Function<Numbers, Figure> figure) {
        Figure then = figure.apply(report.total());
        Optional<BigDecimal> points = value(now).flatMap(is -> value(then).map(was -> points(is.subtract(was))));
        return new Compared(
                with,
                RateNumber.share(then, Rate::value),
                points.map(OverviewViews::signed).orElse("无可比"),
                points.map(it -> it.signum() == 0 ? "same" : it.signum() > 0 ? "up" : "down")
                        .orElse("none"),
                value(then).isPresent() ? RateLinks.by(report, Dimension.MONTH) : null);
    }

    private static Optional<BigDecimal> value(Figure figure) {
        return figure.rate().flatMap(Rate::value);
    }

    private static BigDecimal points(BigDecimal share) {
        return share.movePointRight(2).setScale(1, RoundingMode.HALF_UP);
    }

    private static String signed(BigDecimal points) {
        return switch (points.signum()) {
            case 0 -> "持平";
            case 1 -> "↑ " + points.toPlainString() + " 个百分点";
            default -> "↓ " + points.negate().toPlainString() + " 个百分点";
        };
    }

    private static Optional<String> distance(Figure figure, BigDecimal target) {
        return value(figure).map(it -> {
            BigDecimal missing = target.subtract(points(it));
            return missing.signum() > 0
                    ? "还差 " + plain(missing) + " 个百分点"
                    : "已达到，高出 " + plain(missing.negate()) + " 个百分点";
        });
    }

    private static List<Month> months(Overview overview) {
        Map<String, Group> byMonth =
                overview.course().groups().stream().collect(Collectors.toMap(Group::key, Function.identity()));
        return overview.months().stream()
                .map(month -> month(overview, month, byMonth.get(month.toString())))
                .toList();
    }

    private static Month month(Overview overview, YearMonth month, @Nullable Group group) {
        BigDecimal target = overview.targets().get(month.getYear());
        return new Month(
                month.getYear() + "年" + month.getMonthValue() + "月",
                group == null
                        ? List.of(none(), none())
                        : List.of(
                                RateNumber.AWARD_VALUE.cell(group.numbers()),
                                RateNumber.COVERAGE.cell(group.numbers())),
                target == null ? "" : plain(target),
                RateLinks.behind(overview.course(), month.toString()));
    }

    private static Cell none() {
        return new Cell("—", "", "没有记录");
    }

    private static List<CityRow> cities(Overview overview) {
        LocalSourcingReport byCity = overview.byCity();
        return byCity == null
                ? List.of()
                : Arrays.stream(City.values())
                        .flatMap(city -> byCity.groups().stream()
                                .filter(it -> it.key().equals(city.code()))
                                .map(it -> new CityRow(
                                        city.label(),
                                        RateNumber.cells(it.numbers()),
                                        RateChangeViews.scoped(
                                                        Address.of("/overview"),
                                                        overview.scope().ofCity(city))
                                                .and("from", byCity.period().from())
                                                .and("to", byCity.period().to())
                                                .and("asOf", byCity.asOf())
                                                .toString(),
                                        RateLinks.behind(byCity, city.code()))))
                        .toList();
    }

    private static List<ChainRow> chains(Overview overview) {
        return overview.now().groups().stream()
                .map(it -> new ChainRow(
                        it.label(),
                        RateNumber.cells(it.numbers()),
                        it.numbers()
                                .awardValue()
                                .rate()
                                .map(Rate::denominator)
                                .map(Figures::money)
                                .orElse(RateNumber.HIDDEN),
                        Figures.number(it.numbers().awardValue().records()),
                        RateLinks.behind(overview.now(), it.key())))
                .toList();
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
