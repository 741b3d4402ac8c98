package org.xiangpei.insight.chain.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.xiangpei.insight.chain.ChainFigures;
import org.xiangpei.insight.chain.ChainFigures.Demand;
import org.xiangpei.insight.chain.Chains;
import org.xiangpei.insight.chain.Completeness;
import org.xiangpei.insight.chain.web.ChainView.Badge;
import org.xiangpei.insight.chain.web.ChainView.Cell;
import org.xiangpei.insight.chain.web.ChainView.Count;
import org.xiangpei.insight.chain.web.ChainView.Links;
import org.xiangpei.insight.chain.web.ChainView.Row;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Moments;
import org.xiangpei.shared.Money;
import org.xiangpei.shared.Rate;
import org.xiangpei.shared.tabular.FigureSheet;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Figures;

/** Puts chains into words; every number leads to the rows behind it. */
@ApplicationScoped
class ChainViews {

    private final Chains chains;
    private final Clock clock;

    ChainViews(Chains chains, Clock clock) {
        this.chains = chains;
        this.clock = clock;
    }

    ChainView all() {
        List<ChainFigures> found = chains.all();
        return new ChainView(
                null,
                basis(),
                counts(found),
                found.stream().map(ChainViews::chain).toList(),
                new Links("/products", "/gaps", "/rate", "/chains/tables"));
    }

    ChainView one(String chain) {
        List<ChainFigures> found = chains.categories(chain);
        return new ChainView(
                chain,
                basis(),
                counts(found),
                found.stream().map(ChainViews::category).toList(),
                new Links(
                        to("/products", "chain", chain),
                        to("/gaps", "chain", chain),
                        to("/rate", "chain", chain),
                        address(chain) + "/tables"));
    }

    /** All chains, or the categories of one. */
    FigureSheet sheet(@Nullable String chain) {
        return ChainSheets.of(chain, chain == null ? chains.all() : chains.categories(chain), basis());
    }

    /** The address of a chain's page. */
    static String address(String chain) {
        return "/chains/" + URLEncoder.encode(chain, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private @Nullable String basis() {
        return chains.basis()
                .map(it -> "采购金额为 %s 至 %s，供应商和采购汇总更新于 %s。"
                        .formatted(it.from(), it.to(), Moments.minute(it.refreshedAt(), clock.getZone())))
                .orElse(null);
    }

    private static List<Count> counts(List<ChainFigures> found) {
        return Arrays.stream(Completeness.values())
                .map(it -> new Count(
                        Labels.of(it),
                        Labels.of("completenessMeaning", it.code()),
                        tone(it),
                        Figures.number(
                                found.stream().mapToLong(of -> of.count(it)).sum())))
                .toList();
    }

    private static Row chain(ChainFigures it) {
        return row(it, "chain", address(it.name()), badges(it.categories()));
    }

    private static Row category(ChainFigures it) {
        Completeness how = it.completeness();
        return row(
                it, "category", to("/products", "category", it.key()), List.of(new Badge(Labels.of(how), tone(how))));
    }

    private static List<Badge> badges(Map<Completeness, Long> categories) {
        return categories.entrySet().stream()
                .map(it -> new Badge(Labels.of(it.getKey()) + " " + it.getValue(), tone(it.getKey())))
                .toList();
    }

    /** @param what the parameter by which the other pages narrow to the row */
    private static Row row(ChainFigures it, String what, String href, List<Badge> badges) {
        Demand demand = it.demand();
        Address products = Address.of("/products").and(what, it.key());
        return new Row(
                it.name(),
                href,
                badges,
                cell(it.suppliers(), products.toString()),
                it.byCity().entrySet().stream()
                        .map(of -> cell(
                                of.getValue(),
                                products.and("city", of.getKey().code()).toString()))
                        .toList(),
                cell(demand.lines(), to("/rate", what, it.key())),
                Rate.ofCounts(demand.met(), demand.lines(), 0)
                        .value()
                        .map(Figures::percent)
                        .orElse("—"),
                cell(demand.gaps(), to("/gaps", what, it.key())),
                new Cell(
                        demand.purchases() == 0
                                ? "—"
                                : Figures.money(demand.amount().yuan()),
                        demand.amount().toString(),
                        demand.purchases() == 0 ? null : to("/rate", what, it.key())),
                Rate.ofMoney(demand.localAmount(), demand.amount(), Money.ZERO, demand.purchases())
                        .value()
                        .map(Figures::percent)
                        .orElse("—"));
    }

    private static Cell cell(long number, String href) {
        return new Cell(Figures.number(number), String.valueOf(number), number == 0 ? null : href);
    }

    private static String to(String path, String parameter, String value) {
        return Address.of(path).and(parameter, value).toString();
    }

    private static String tone(Completeness how) {
        return switch (how) {
            case COMPLETE -> "pass";
            case THIN -> "sample";
            case BROKEN -> "fail";
            case BLANK -> "unknown";
        };
    }
}
