package org.xiangpei.insight.gap;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.insight.KnownScopes;
import org.xiangpei.insight.chain.ChainNames;
import org.xiangpei.insight.chain.Suppliers;
import org.xiangpei.insight.gap.GapFigures.Budget;
import org.xiangpei.insight.gap.GapFigures.Closeness;
import org.xiangpei.insight.gap.GapFigures.NearLine;
import org.xiangpei.insight.gap.GapFigures.Quantity;
import org.xiangpei.insight.gap.GapFigures.Row;
import org.xiangpei.ledger.Cut;
import org.xiangpei.ledger.Scope;
import org.xiangpei.matching.Coverage;
import org.xiangpei.matching.answer.AnswerJson;
import org.xiangpei.matching.outlook.Disclosure;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Money;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.Page;
import org.xiangpei.shared.Rate;
import org.xiangpei.shared.RuleViolation;

import static java.util.stream.Collectors.groupingBy;

/** The gaps as of a day, each as its reader may see it. */
@ApplicationScoped
public class GapLedger {

    private static final int MONTHS = 12;

    private static final int MOST_IN_A_FILE = 5_000;

    private static final int MOST_MAKERS = 30;

    private final GapFigures figures;
    private final KnownScopes scopes;
    private final ChainNames chains;
    private final Suppliers suppliers;
    private final EntityManager entities;
    private final Clock clock;

    GapLedger(
            GapFigures figures,
            KnownScopes scopes,
            ChainNames chains,
            Suppliers suppliers,
            EntityManager entities,
            Clock clock) {
        this.figures = figures;
        this.scopes = scopes;
        this.chains = chains;
        this.suppliers = suppliers;
        this.entities = entities;
        this.clock = clock;
    }

    /** @throws RuleViolation {@code bad-request} for a day to come, or a category or chain that nobody knows */
    @Transactional
    public GapReport report(GapQuery asked, Actor viewer) {
        GapQuery query = read(asked);
        LocalDate asOf = Objects.requireNonNull(query.asOf());
        GapSight sight = GapSight.of(viewer);
        GapReport.LineCounts lines = figures.lines(asOf, query.buyerCity());
        GapFigures.Listed found = figures.listed(query, sight.all());
        List<GapFigures.Count> counts = found.counts();
        long listed = counts.stream()
                .filter(GapFigures.Count::listed)
                .mapToLong(GapFigures.Count::gaps)
                .sum();
        return new GapReport(
                asOf,
                lines,
                groups(counts),
                withheld(counts),
                new Page<>(
                        query.page(), query.size(), listed, items(found.page(), query, lines, sight, Closeness.GLANCE)),
                figures.waiting(),
                sight.all());
    }

    /**
     * The gaps of one kind of nearness or several, up to {@value #MOST_IN_A_FILE} of each, for a file.
     *
     * @throws RuleViolation {@code bad-request} as {@link #report}
     */
    @Transactional
    public GapReport all(GapQuery asked, Actor viewer, Nearness first, Nearness... others) {
        GapReport all = report(asked.of(first).paged(1, MOST_IN_A_FILE), viewer);
        for (Nearness other : others) {
            all = all.with(report(asked.of(other).paged(1, MOST_IN_A_FILE), viewer));
        }
        return all;
    }

    /**
     * The gaps of the list in one, up to {@value #MOST_IN_A_FILE}, for a file.
     *
     * @throws RuleViolation {@code bad-request} as {@link #report}
     */
    @Transactional
    public GapReport whole(GapQuery asked, Actor viewer) {
        return report(asked.paged(1, MOST_IN_A_FILE), viewer);
    }

    private static List<GapReport.Group> groups(List<GapFigures.Count> counts) {
        return counts.stream()
                .map(it -> new GapReport.Group(it.state(), it.nearness(), it.gaps(), it.lines()))
                .toList();
    }

    private static GapReport.Withheld withheld(List<GapFigures.Count> counts) {
        return new GapReport.Withheld(
                counts.stream()
                        .filter(it -> !it.listed())
                        .mapToLong(GapFigures.Count::gaps)
                        .sum(),
                counts.stream()
                        .filter(it -> !it.listed())
                        .mapToLong(GapFigures.Count::lines)
                        .sum());
    }

    /** @throws NotFound when there is no such gap on the day, or the reader may not know of it */
    @Transactional
    public GapDetail one(String code, GapQuery asked, Actor viewer) {
        GapQuery query = read(new GapQuery(asked.asOf(), asked.buyerCity(), null, null, null, null, 1, 1));
        LocalDate asOf = Objects.requireNonNull(query.asOf());
        GapSight sight = GapSight.of(viewer);
        List<GapFigures.OwnLine> own = own(code, query, viewer);
        Row row = figures.one(code, query, sight.all() || !own.isEmpty()).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("缺口 " + code));
        // Whoever has a line of it knows of it, and learns no more of the others.
        Row seen = sight.all()
                ? row
                : figures.one(code, query, false).stream().findFirst().orElse(uncountable(row));
        GapItem item = items(List.of(seen), query, figures.lines(asOf, query.buyerCity()), sight, Closeness.LOOK)
                .getFirst();
        return new GapDetail(
                asOf,
                item,
                LocalDate.now(clock),
                item.hidden() ? List.of() : months(code, query),
                sight.all() ? events(code, asOf) : List.of(),
                makers(item),
                suppliers.firmsOf(item.chain()),
                own.stream().map(GapLedger::ownLine).toList(),
                sight.all(),
                follows(viewer, seen));
    }

    private static Row uncountable(Row row) {
        return new Row(
                row.code(),
                row.category(),
                row.categoryName(),
                row.chain(),
                row.lacks(),
                row.lines(),
                row.none(),
                row.buyers(),
                row.firstSeen(),
                row.metOn(),
                row.illustrative(),
                row.state(),
                row.nearness(),
                row.followerName(),
                row.followerCity(),
                row.told(),
                false);
    }

    private static boolean follows(Actor viewer, Row row) {
        return viewer.may(Action.FOLLOW_GAPS)
                && row.followerCity() != null
                && viewer.city()
                        .map(City::code)
                        .filter(row.followerCity()::equals)
                        .isPresent();
    }

    private List<GapFigures.OwnLine> own(String code, GapQuery query, Actor viewer) {
        String buyer = viewer.may(Action.KEEP_REQUIREMENTS) ? viewer.organization() : null;
        return buyer == null ? List.of() : figures.linesOf(buyer, code, query);
    }

    private static GapDetail.OwnLine ownLine(GapFigures.OwnLine it) {
        return new GapDetail.OwnLine(
                it.line(), it.name(), it.postedOn(), Coverage.valueOf(it.coverage()), it.requirement(), it.number());
    }

    private List<GapDetail.Month> months(String code, GapQuery query) {
        return figures.months(code, query, MONTHS).stream()
                .map(it -> new GapDetail.Month(it.month(), it.came(), it.unmet()))
                .toList();
    }

    private List<GapDetail.Event> events(String code, LocalDate asOf) {
        return entities.createQuery(
                        "from GapEvent where gapKey = ?1 and recordedAt < ?2 order by id desc", GapEvent.class)
                .setParameter(1, code)
                .setParameter(2, Cut.knownBefore(asOf, clock.getZone()))
                .getResultStream()
                .map(it -> new GapDetail.Event(it.kind(), it.day(), it.recordedAt(), by(it), it.told(), it.note()))
                .toList();
    }

    private static String by(GapEvent event) {
        String city = Optional.ofNullable(event.by().byCity())
                .flatMap(City::of)
                .map(it -> it.label() + " ")
                .orElse("");
        return city + event.by().byName();
    }

    private List<GapDetail.Maker> makers(GapItem item) {
        Set<String> near = new HashSet<>();
        item.nearest().forEach(it -> near.add(it.firm()));
        return suppliers.ofCategory(item.category()).stream()
                .map(it ->
                        new GapDetail.Maker(it.firm(), it.name(), it.cities(), it.products(), near.contains(it.firm())))
                .limit(MOST_MAKERS)
                .toList();
    }

    private GapQuery read(GapQuery asked) {
        LocalDate today = LocalDate.now(clock);
        LocalDate asOf = asked.asOf() == null ? today : asked.asOf();
        if (asOf.isAfter(today)) {
            throw new RuleViolation("bad-request", "asOf=%s 晚于今天；应为不晚于 %s 的日期，缺口只能按已知的需求重算".formatted(asOf, today));
        }
        String chain = asked.chain() == null ? null : chains.find(asked.chain()).orElse(asked.chain());
        scopes.require(new Scope(null, asked.buyerCity(), asked.category(), chain));
        return new GapQuery(
                asOf,
                asked.buyerCity(),
                asked.category(),
                chain,
                asked.state(),
                asked.nearness(),
                asked.page(),
                asked.size());
    }

    private List<GapItem> items(
            List<Row> rows, GapQuery query, GapReport.LineCounts lines, GapSight sight, Closeness how) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> codes = rows.stream().map(Row::code).toList();
        Map<String, List<Quantity>> quantities =
                figures.quantities(codes, query).stream().collect(groupingBy(Quantity::gap));
        Map<String, List<Budget>> budgets =
                figures.budgets(codes, query).stream().collect(groupingBy(Budget::gap));
        Map<String, List<NearLine>> near =
                figures.near(codes, query, how).stream().collect(groupingBy(NearLine::gap));
        Optional<Money> spent = spent(query);
        var disclosure = new Disclosure();
        return rows.stream()
                .map(row -> {
                    List<NearProduct> nearest = nearest(near.getOrDefault(row.code(), List.of()));
                    return sight.hides(row)
                            ? hidden(row, nearest)
                            : shown(
                                    row,
                                    quantities.getOrDefault(row.code(), List.of()),
                                    disclosure.sum(budgets.getOrDefault(row.code(), List.of())),
                                    lines,
                                    spent,
                                    sight,
                                    nearest);
                })
                .toList();
    }

    private static GapItem shown(
            Row row,
            List<Quantity> quantities,
            Optional<Money> budget,
            GapReport.LineCounts lines,
            Optional<Money> spent,
            GapSight sight,
            List<NearProduct> nearest) {
        var demand = new DemandSums(
                row.lines(),
                row.none(),
                row.buyers(),
                quantities.stream()
                        .map(it -> new DemandSums.Quantity(it.amount(), it.unit()))
                        .toList(),
                budget);
        return new GapItem(
                row.code(),
                row.category(),
                row.categoryName(),
                row.chain(),
                lacks(row),
                row.state(),
                Optional.ofNullable(row.nearness()),
                Optional.of(demand),
                Optional.of(gain(row, lines)),
                budget.flatMap(sum -> spent.map(all -> Rate.ofMoney(sum, all, Money.ZERO, row.lines()))),
                Optional.of(row.firstSeen()),
                row.state() == GapState.CLOSED ? Optional.ofNullable(row.metOn()) : Optional.empty(),
                follower(row.followerCity(), sight.all() ? row.followerName() : null),
                row.told(),
                row.illustrative(),
                nearest);
    }

    private static GapItem hidden(Row row, List<NearProduct> nearest) {
        return new GapItem(
                row.code(),
                row.category(),
                row.categoryName(),
                row.chain(),
                GapSight.withoutLevels(lacks(row)),
                row.state(),
                Optional.ofNullable(row.nearness()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                follower(row.followerCity(), null),
                row.told(),
                row.illustrative(),
                nearest.stream().map(GapSight::withoutLevels).toList());
    }

    /** What the ledger counts today: the purchases of a past day would have to be summed anew. */
    private Optional<Money> spent(GapQuery query) {
        return LocalDate.now(clock).equals(query.asOf()) && query.buyerCity() == null
                ? figures.spent().filter(it -> it.yuan().signum() > 0)
                : Optional.empty();
    }

    private static Rate gain(Row row, GapReport.LineCounts lines) {
        return new Rate(BigDecimal.valueOf(row.lines()), BigDecimal.valueOf(lines.all()), BigDecimal.ZERO, row.lines());
    }

    private static List<Lack> lacks(Row row) {
        return List.of(AnswerJson.read(row.lacks(), Lack[].class));
    }

    /** To the public the bureau, to bureaus the officer too. */
    private static Optional<String> follower(@Nullable String city, @Nullable String name) {
        return Optional.ofNullable(city)
                .flatMap(City::of)
                .map(it -> it.label() + "市工信局" + (name == null ? "" : " " + name));
    }

    private static List<NearProduct> nearest(List<NearLine> lines) {
        return Nearest.of(lines.stream()
                .map(it -> new Nearest.Line(
                        it.line(),
                        it.name(),
                        it.categoryName(),
                        AnswerJson.missedList(it.near()),
                        AnswerJson.suppliers(it.possible())))
                .toList());
    }
}
