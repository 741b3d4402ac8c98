package org.xiangpei.insight.chain.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.CurrentActor;
import org.xiangpei.insight.FewRecords;
import org.xiangpei.insight.Sight;
import org.xiangpei.insight.chain.ChainFigures;
import org.xiangpei.insight.chain.ChainFigures.Basis;
import org.xiangpei.insight.chain.ChainFigures.Demand;
import org.xiangpei.insight.chain.Chains;
import org.xiangpei.insight.chain.Completeness;
import org.xiangpei.insight.chain.web.ChainView.Badge;
import org.xiangpei.insight.chain.web.ChainView.Cell;
import org.xiangpei.insight.chain.web.ChainView.Count;
import org.xiangpei.insight.chain.web.ChainView.Links;
import org.xiangpei.insight.chain.web.ChainView.Row;
import org.xiangpei.insight.web.RateNumber;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Moments;
import org.xiangpei.shared.Money;
import org.xiangpei.shared.Rate;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.FigureSheet;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Figures;

/** Puts chains into words; every number leads to the rows behind it. */
@ApplicationScoped
class ChainViews {

    private final Chains chains;
    private final CurrentActor actor;
    private final Clock clock;

    ChainViews(Chains chains, CurrentActor actor, Clock clock) {
        this.chains = chains;
        this.actor = actor;
        this.clock = clock;
    }

    /** @throws RuleViolation {@code bad-request} for a day to come */
    ChainView all(@Nullable LocalDate asked) {
        Day day = day(asked);
        List<ChainFigures> found = chains.all(day.asOf());
        Set<ChainFigures> hidden = hidden(found);
        return new ChainView(
                null,
                null,
                day.asOf().toString(),
                day.today(),
                basis(day),
                counts(found, day),
                found.stream().map(it -> chain(it, day, hidden)).toList(),
                new Links("/products", day.to("/gaps"), day.to("/rate"), day.to("/chains/tables")));
    }

    /**
     * All categories that are supplied alike, of whatever chain.
     *
     * @throws RuleViolation {@code bad-request} for a day to come
     */
    ChainView only(Completeness how, @Nullable LocalDate asked) {
        Day day = day(asked);
        Collection<List<ChainFigures>> byChain =
                chains.categoriesByChain(day.asOf()).values();
        List<ChainFigures> found = byChain.stream().flatMap(List::stream).toList();
        Set<ChainFigures> hidden =
                byChain.stream().flatMap(it -> hidden(it).stream()).collect(Collectors.toSet());
        return new ChainView(
                null,
                Labels.of(how),
                day.asOf().toString(),
                day.today(),
                basis(day),
                counts(found, day),
                found.stream()
                        .filter(it -> it.completeness() == how)
                        .map(it -> category(it, day, hidden))
                        .toList(),
                new Links("/products", day.to("/gaps"), day.to("/rate"), day.to("/chains/tables")));
    }

    /** @throws RuleViolation {@code bad-request} for a day to come */
    ChainView one(String chain, @Nullable LocalDate asked) {
        Day day = day(asked);
        List<ChainFigures> found = chains.categories(chain, day.asOf());
        Set<ChainFigures> hidden = hidden(found);
        return new ChainView(
                chain,
                null,
                day.asOf().toString(),
                day.today(),
                basis(day),
                counts(found, day),
                found.stream().map(it -> category(it, day, hidden)).toList(),
                new Links(
                        to("/products", "chain", chain),
                        day.to("/gaps", "chain", chain),
                        day.to("/rate", "chain", chain),
                        day.to(address(chain) + "/tables")));
    }

    /** All chains, or the categories of one. */
    FigureSheet sheet(@Nullable String chain, @Nullable LocalDate asked) {
        Day day = day(asked);
        List<ChainFigures> found = chain == null ? chains.all(day.asOf()) : chains.categories(chain, day.asOf());
        return ChainSheets.of(chain, found, hidden(found), basis(day));
    }

    /** Of parts of one sum those of which it is not said what was paid: few purchases tell single deals to who cannot read them. */
    private Set<ChainFigures> hidden(List<ChainFigures> parts) {
        return new Sight(actor.get()).reads(null)
                ? Set.of()
                : FewRecords.hidden(parts, it -> it.demand().purchases()).stream()
                        .map(parts::get)
                        .collect(Collectors.toSet());
    }

    private Day day(@Nullable LocalDate asked) {
        LocalDate asOf = chains.day(asked);
        return new Day(asOf, chains.isToday(asOf));
    }

    /** The day of a page; where it is past, the pages that its figures lead to are as of it too. */
    private record Day(LocalDate asOf, boolean today) {

        String to(String path) {
            return at(Address.of(path));
        }

        String to(String path, String parameter, String value) {
            return at(Address.of(path).and(parameter, value));
        }

        /** All that is known of a chain or category, since the beginning: what the figures here count. */
        String toRate(String what, String key) {
            return at(
                    Address.of("/rate").and(what, key).and("from", "2000-01-01").and("groupBy", "year"));
        }

        /** What the catalogue had is on no page for a past day. */
        @Nullable
        String toProducts(Address products) {
            return today ? products.toString() : null;
        }

        private String at(Address address) {
            return (today ? address : address.and("asOf", asOf)).toString();
        }
    }

    /** The address of a chain's page. */
    static String address(String chain) {
        return "/chains/" + URLEncoder.encode(chain, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private @Nullable String basis(Day day) {
        return chains.basis(day.asOf())
                .map(it -> "采购金额为 %s 至 %s，%s。".formatted(it.from(), it.to(), since(it)))
                .orElse(null);
    }

    private String since(Basis basis) {
        return basis.refreshedAt() == null
                ? "按当日已知的记录计算；品类属于哪条产业链、企业在哪里生产，按目录现在的登记"
                : "供应商和采购汇总更新于 " + Moments.minute(basis.refreshedAt(), clock.getZone());
    }

    private static List<Count> counts(List<ChainFigures> found, Day day) {
        return Arrays.stream(Completeness.values())
                .map(it -> new Count(
                        Labels.of(it),
                        Labels.of("completenessMeaning", it.code()),
                        tone(it),
                        Figures.number(
                                found.stream().mapToLong(of -> of.count(it)).sum()),
                        day.to("/chains", "only", it.code())))
                .toList();
    }

    private static Row chain(ChainFigures it, Day day, Set<ChainFigures> hidden) {
        return row(it, "chain", day.to(address(it.name())), badges(it.categories()), day, hidden);
    }

    private static Row category(ChainFigures it, Day day, Set<ChainFigures> hidden) {
        Completeness how = it.completeness();
        return row(
                it,
                "category",
                to("/products", "category", it.key()),
                List.of(new Badge(Labels.of(how), tone(how))),
                day,
                hidden);
    }

    private static List<Badge> badges(Map<Completeness, Long> categories) {
        return categories.entrySet().stream()
                .map(it -> new Badge(Labels.of(it.getKey()) + " " + it.getValue(), tone(it.getKey())))
                .toList();
    }

    /** @param what the parameter by which the other pages narrow to the row */
    private static Row row(
            ChainFigures it, String what, String href, List<Badge> badges, Day day, Set<ChainFigures> hidden) {
        Demand demand = it.demand();
        Address products = Address.of("/products").and(what, it.key());
        String rate = day.toRate(what, it.key());
        var untold = new Cell(RateNumber.HIDDEN, "", rate);
        return new Row(
                it.name(),
                href,
                badges,
                cell(it.suppliers(), day.toProducts(products)),
                it.byCity().entrySet().stream()
                        .map(of -> cell(
                                of.getValue(),
                                day.toProducts(products.and("city", of.getKey().code()))))
                        .toList(),
                cell(demand.lines(), rate),
                share(Rate.ofCounts(demand.met(), demand.lines(), 0), rate),
                cell(demand.gaps(), day.to("/gaps", what, it.key())),
                hidden.contains(it) ? untold : paid(demand, rate),
                hidden.contains(it)
                        ? untold
                        : share(
                                Rate.ofMoney(demand.localAmount(), demand.amount(), Money.ZERO, demand.purchases()),
                                rate));
    }

    private static Cell paid(Demand demand, String rate) {
        return demand.purchases() == 0
                ? new Cell("—", demand.amount().toString(), null)
                : new Cell(
                        Figures.money(demand.amount().yuan()), demand.amount().toString(), rate);
    }

    private static Cell share(Rate rate, String href) {
        return rate.value()
                .map(it -> new Cell(Figures.percent(it), it.toPlainString(), href))
                .orElseGet(() -> new Cell("—", "", null));
    }

    private static Cell cell(long number, @Nullable String href) {
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
