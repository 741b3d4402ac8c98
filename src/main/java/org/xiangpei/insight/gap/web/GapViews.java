package org.xiangpei.insight.gap.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.web.CatalogOptions;
import org.xiangpei.insight.gap.DemandSums;
import org.xiangpei.insight.gap.GapItem;
import org.xiangpei.insight.gap.GapQuery;
import org.xiangpei.insight.gap.GapReport;
import org.xiangpei.insight.gap.GapState;
import org.xiangpei.insight.gap.NearProduct;
import org.xiangpei.insight.gap.Nearness;
import org.xiangpei.insight.gap.web.GapListView.Fact;
import org.xiangpei.insight.gap.web.GapListView.Filters;
import org.xiangpei.insight.gap.web.GapListView.Near;
import org.xiangpei.insight.gap.web.GapListView.Row;
import org.xiangpei.insight.gap.web.GapListView.Tile;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Coded;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Rate;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.shared.web.Option;
import org.xiangpei.shared.web.PageLinks;

/** Puts the list of gaps into words. */
@ApplicationScoped
class GapViews {

    static final int NEAREST_SHOWN = 3;

    private final CatalogOptions catalogue;
    private final Clock clock;

    GapViews(CatalogOptions catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @Transactional
    GapListView list(GapQuery query, GapReport report) {
        boolean today = report.asOf().equals(LocalDate.now(clock));
        Address address = address(query);
        return new GapListView(
                filters(query, report),
                report.asOf().toString(),
                today,
                report.seesFew(),
                sampleNote(report),
                List.of(lines(report, query), gaps(report, address), nearness(report, address)),
                scopeName(query),
                Figures.number(report.gaps().total()),
                report.gaps().items().stream().map(it -> row(it, query)).toList(),
                PageLinks.of(report.gaps(), address),
                withheld(report),
                report.waiting() == 0 ? null : Figures.number(report.waiting()),
                new Address("/api/v1/gaps", address.parameters()).toString(),
                new Address("/gaps/tables", address.parameters()).toString(),
                new Address("/gaps/lists/recruitment", address.parameters()).toString(),
                new Address("/gaps/lists/upgrades", address.parameters()).toString());
    }

    /** The question as an address, without the page. */
    static Address address(GapQuery query) {
        City city = query.buyerCity();
        return Address.of("/gaps")
                .and("buyerCity", city == null ? null : city.code())
                .and("chain", query.chain())
                .and("category", query.category())
                .and("state", code(query.state()))
                .and("near", code(query.nearness()))
                .and("asOf", query.asOf());
    }

    /** The page of a gap, by the same day and city. */
    static String href(String code, GapQuery query) {
        City city = query.buyerCity();
        return Address.of("/gaps/" + code)
                .and("buyerCity", city == null ? null : city.code())
                .and("asOf", query.asOf())
                .toString();
    }

    private static @Nullable String code(@Nullable Coded choice) {
        return choice == null ? null : choice.code();
    }

    private static String scopeName(GapQuery query) {
        City city = query.buyerCity();
        return city == null ? "三市" : city.label();
    }

    private static Tile lines(GapReport report, GapQuery query) {
        GapReport.LineCounts lines = report.lines();
        City city = query.buyerCity();
        Rate met = Rate.ofCounts(lines.met(), lines.all(), lines.possible() + lines.unmatched());
        String rate = rate(report.asOf(), city);
        // Lines are the buyers' own; how many of which gap they are the list says.
        String listed = Address.of("/gaps")
                        .and("buyerCity", city == null ? null : city.code())
                        .and("asOf", query.asOf())
                + "#list-title";
        return new Tile(
                scopeName(query) + "没有合格产品的需求行",
                Figures.number(lines.unmet()) + " 行",
                "截至当日计入的需求行里，目录没有合格互认产品的。不随产业链、品类、状态筛选变化。",
                List.of(
                        new Fact("暂无产品", Figures.number(lines.none()), listed),
                        new Fact("有待确认产品", Figures.number(lines.possible()), listed),
                        new Fact("尚未匹配", Figures.number(lines.unmatched()), null),
                        new Fact("全部需求行", Figures.number(lines.all()), rate),
                        new Fact("需求覆盖率", met.value().map(Figures::percent).orElse("—"), rate)));
    }

    /** The coverage rate of all lines that count on the day. */
    static String rate(LocalDate asOf, @Nullable City city) {
        return Address.of("/rate")
                .and("to", asOf)
                .and("asOf", asOf)
                .and("from", "2000-01-01")
                .and("buyerCity", city == null ? null : city.code())
                .toString();
    }

    private static Tile gaps(GapReport report, Address address) {
        long open = report.gapsIn(GapState.OPEN) + report.gapsIn(GapState.IN_HAND);
        return new Tile(
                "还没补上的缺口",
                Figures.number(open) + " 个",
                "按当前筛选；其中的需求行合计 " + Figures.number(report.unmetLines()) + " 行。",
                Arrays.stream(GapState.values())
                        .map(it -> new Fact(
                                Labels.of(it),
                                Figures.number(report.gapsIn(it)),
                                address.with("state", it.code()).toString()))
                        .toList());
    }

    private static Tile nearness(GapReport report, Address address) {
        return new Tile(
                "三市企业离得有多近",
                Figures.number(report.gapsThatAre(Nearness.NOBODY)) + " 个无人接近",
                "无人接近的供招商；差一两处的供技改；只差问明的，请企业补充参数。",
                Arrays.stream(Nearness.values())
                        .map(it -> new Fact(
                                Labels.of(it),
                                Figures.number(report.gapsThatAre(it)),
                                address.with("near", it.code()).toString()))
                        .toList());
    }

    static Row row(GapItem gap, GapQuery query) {
        Optional<DemandSums> demand = gap.demand();
        return new Row(
                href(gap.code(), query),
                gap.categoryName(),
                gap.chain(),
                GapWords.lacks(gap),
                Labels.of(gap.state()),
                GapWords.tone(gap.state()),
                gap.follower().orElse(null),
                GapWords.lines(gap),
                demand.filter(it -> it.lines() > 0)
                        .map(it -> "无产品 " + it.none() + " · 待确认 " + it.possible())
                        .orElse(""),
                demand.map(it -> Figures.number(it.buyers())).orElse(GapWords.HIDDEN),
                demand.map(GapWords::quantities).orElse(List.of(GapWords.HIDDEN)),
                demand.flatMap(DemandSums::budget).map(GapWords::about).orElse("不显示"),
                gap.hidden() ? GapWords.HIDDEN : GapWords.points(gap.gain()),
                gap.nearness().map(Labels::of).orElse(""),
                gap.nearest().stream().limit(2).map(GapViews::near).toList(),
                gap.firstSeen().map(Figures::date).orElse(GapWords.HIDDEN));
    }

    private static Near near(NearProduct it) {
        return new Near(
                "/products/" + it.product(), it.productName(), it.firmName(), String.join("，", GapWords.changes(it)));
    }

    private static @Nullable String withheld(GapReport report) {
        return report.withheld().gaps() == 0
                ? null
                : "另有 %s 个缺口（%s 行需求）没有向全部企业具名公开，行数又少，不单独列出。"
                        .formatted(
                                Figures.number(report.withheld().gaps()),
                                Figures.number(report.withheld().lines()));
    }

    private static @Nullable String sampleNote(GapReport report) {
        return report.lines().illustrative() == 0
                ? null
                : "以下缺口所依据的需求行中，有 %s 行是示例数据，不反映任何单位的真实需求。"
                        .formatted(Figures.number(report.lines().illustrative()));
    }

    private Filters filters(GapQuery query, GapReport report) {
        CatalogOptions.Options offered = catalogue.of(query.chain(), query.category());
        return new Filters(
                report.asOf().toString(),
                Arrays.stream(City.values())
                        .map(it -> new Option(it.code(), it.label(), it == query.buyerCity()))
                        .toList(),
                offered.chains(),
                offered.categories(),
                options(GapState.values(), query.state()),
                options(Nearness.values(), query.nearness()));
    }

    private static <E extends Enum<E> & Coded> List<Option> options(E[] values, @Nullable E chosen) {
        return Arrays.stream(values)
                .map(it -> new Option(it.code(), Labels.of(it), Objects.equals(it, chosen)))
                .toList();
    }
}
