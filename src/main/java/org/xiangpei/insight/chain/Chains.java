package org.xiangpei.insight.chain;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.xiangpei.insight.chain.ChainFigures.Basis;
import org.xiangpei.insight.chain.ChainFigures.Demand;
import org.xiangpei.ledger.Cut;
import org.xiangpei.ledger.Dimension;
import org.xiangpei.ledger.PurchaseFigures;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Money;
import org.xiangpei.shared.RuleViolation;

/**
 * The chains and their categories: today from what is kept, so that no query grows with the catalogue's products or the ledger's records; as of a past
 * day from the facts known then. Which categories a chain has, and where a firm produces, is as the catalogue says today.
 */
@ApplicationScoped
public class Chains {

    /** Demand by category, of the lines that stood on the day. */
    private static final String FIGURES = """
        with demanded as (
            select category_code, count(*) as lines, count(*) filter (where coverage = 'QUALIFIED') as met,
                count(*) filter (where coverage <> 'QUALIFIED') as unmet, count(distinct gap_key) as gaps
            from line_standing where from_day <= :asOf and coalesce(until_day, date 'infinity') > :asOf and (:chain = '' or category_code in (select code from category where chain = :chain))
            group by category_code)
        select category.code, category.name, category.chain, coalesce(demanded.lines, 0), coalesce(demanded.met, 0),
            coalesce(demanded.unmet, 0), coalesce(demanded.gaps, 0)
        from category
        left join demanded on demanded.category_code = category.code
        where :chain = '' or category.chain = :chain
        order by category.chain, category.name
        """;

    private static final String SUPPLIED_TODAY = "select category_code, firm_code, cities from category_supplier";

    /** The term is looked at first, as it is quickly told. */
    private static final String SUPPLIED_THEN = ChainRefresh.SUPPLIED.formatted(
            "daterange(product.valid_from, product.valid_until, '[]') @> cast(:asOf as date)"
                    + " and listed_days(product, :knownBefore) @> cast(:asOf as date)");

    private final PurchaseFigures purchases;
    private final Session session;
    private final Clock clock;

    Chains(PurchaseFigures purchases, Session session, Clock clock) {
        this.purchases = purchases;
        this.session = session;
        this.clock = clock;
    }

    private record Spent(long records, Money amount, Money local) {
        static final Spent NOTHING = new Spent(0, Money.ZERO, Money.ZERO);
    }

    /**
     * The day that is asked for.
     *
     * @param asked null is today
     * @throws RuleViolation {@code bad-request} for a day to come
     */
    public LocalDate day(@Nullable LocalDate asked) {
        LocalDate today = LocalDate.now(clock);
        if (asked != null && asked.isAfter(today)) {
            throw new RuleViolation("bad-request", "asOf=%s 晚于今天；应为不晚于 %s 的日期".formatted(asked, today));
        }
        return asked == null ? today : asked;
    }

    public boolean isToday(LocalDate day) {
        return day.equals(LocalDate.now(clock));
    }

    /** All chains of the catalogue as of a day, each with the sums over its categories. */
    @Transactional
    public List<ChainFigures> all(LocalDate asOf) {
        Map<String, Map<String, Long>> suppliers = suppliers("chain", "", asOf);
        return categoriesByChain(asOf).entrySet().stream()
                .map(it -> chain(it.getKey(), it.getValue(), suppliers.getOrDefault(it.getKey(), Map.of())))
                .toList();
    }

    /** The categories of every chain, by its name. */
    @Transactional
    public Map<String, List<ChainFigures>> categoriesByChain(LocalDate asOf) {
        Map<String, List<ChainFigures>> byChain = new LinkedHashMap<>();
        read("", asOf).forEach(it -> byChain.computeIfAbsent(it.chain(), chain -> new ArrayList<>())
                .add(it.figures()));
        return byChain;
    }

    /** The categories of a chain, of all for an empty name; none when the catalogue has no such chain. */
    @Transactional
    public List<ChainFigures> categories(String chain, LocalDate asOf) {
        return read(chain, asOf).stream().map(Category::figures).toList();
    }

    /** Empty until the figures were written for the first time. */
    @Transactional
    public Optional<Basis> basis(LocalDate asOf) {
        if (!isToday(asOf)) {
            var period =
                    ChainRefresh.everything(purchases, asOf, clock.getZone()).period();
            return Optional.of(new Basis(period.from(), period.to(), null));
        }
        return session.createNativeQuery(
                        "select purchases_from, purchases_to, refreshed_at from chain_refreshed", Object[].class)
                .addScalar("purchases_from", LocalDate.class)
                .addScalar("purchases_to", LocalDate.class)
                .addScalar("refreshed_at", Instant.class)
                .getResultStream()
                .map(row -> new Basis((LocalDate) row[0], (LocalDate) row[1], (Instant) row[2]))
                .findFirst();
    }

    private record Category(String chain, ChainFigures figures) {}

    private List<Category> read(String chain, LocalDate asOf) {
        Map<String, Map<String, Long>> suppliers = suppliers("code", chain, asOf);
        Map<String, Spent> spent = spent(asOf);
        return session.createNativeQuery(FIGURES, Object[].class)
                .setParameter("chain", chain)
                .setParameter("asOf", asOf)
                .getResultStream()
                .map(row -> new Category(
                        (String) row[2],
                        category(
                                row,
                                suppliers.getOrDefault(row[0], Map.of()),
                                spent.getOrDefault(row[0], Spent.NOTHING))))
                .toList();
    }

    private Map<String, Spent> spent(LocalDate asOf) {
        var spent = new HashMap<String, Spent>();
        if (isToday(asOf)) {
            session.createNativeQuery(
                            "select category_code, records, amount, local_amount from category_purchases",
                            Object[].class)
                    .getResultStream()
                    .forEach(row -> spent.put(
                            (String) row[0],
                            new Spent(count(row[1]), new Money((BigDecimal) row[2]), new Money((BigDecimal) row[3]))));
        } else {
            purchases
                    .sums(ChainRefresh.everything(purchases, asOf, clock.getZone()), Dimension.CATEGORY)
                    .groups()
                    .forEach(it -> spent.put(
                            it.key(),
                            new Spent(
                                    it.sums().lines().all(),
                                    it.sums().amounts().all(),
                                    it.sums().amounts().local())));
        }
        return spent;
    }

    private static ChainFigures category(Object[] row, Map<String, Long> suppliers, Spent spent) {
        var demand = new Demand(
                count(row[3]),
                count(row[4]),
                count(row[5]),
                count(row[6]),
                spent.records(),
                spent.amount(),
                spent.local());
        long firms = suppliers.getOrDefault("", 0L);
        return new ChainFigures(
                (String) row[0],
                (String) row[1],
                firms,
                byCity(suppliers),
                demand,
                ChainFigures.count(List.of(Completeness.of(firms, demand.isThere()))));
    }

    private static ChainFigures chain(String name, List<ChainFigures> categories, Map<String, Long> suppliers) {
        return new ChainFigures(
                name,
                name,
                suppliers.getOrDefault("", 0L),
                byCity(suppliers),
                categories.stream()
                        .map(ChainFigures::demand)
                        .reduce(Chains::sum)
                        .orElseThrow(),
                ChainFigures.count(
                        categories.stream().map(ChainFigures::completeness).toList()));
    }

    private static Demand sum(Demand one, Demand other) {
        return new Demand(
                one.lines() + other.lines(),
                one.met() + other.met(),
                one.unmet() + other.unmet(),
                one.gaps() + other.gaps(),
                one.purchases() + other.purchases(),
                one.amount().plus(other.amount()),
                one.localAmount().plus(other.localAmount()));
    }

    private static Map<City, Long> byCity(Map<String, Long> suppliers) {
        var byCity = new LinkedHashMap<City, Long>();
        for (City city : City.values()) {
            byCity.put(city, suppliers.getOrDefault(city.code(), 0L));
        }
        return byCity;
    }

    /**
     * Firms by category or chain and city; a firm of two categories counts once in their chain.
     *
     * @param column of {@code category}, by which firms are counted; never from outside
     */
    private Map<String, Map<String, Long>> suppliers(String column, String chain, LocalDate asOf) {
        boolean today = isToday(asOf);
        Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
        var query = session.createNativeQuery(
                        """
                        with supplied as (%s)
                        select category.%s as of_what, city, count(distinct firm_code) from (
                            select category_code, firm_code, '' as city from supplied
                            union all
                            select category_code, firm_code, unnest(cities) from supplied) supplier
                        join category on category.code = supplier.category_code
                        where :chain = '' or category.chain = :chain
                        group by 1, 2
                        """.formatted(today ? SUPPLIED_TODAY : SUPPLIED_THEN, column), Object[].class)
                .setParameter("chain", chain);
        if (!today) {
            query.setParameter("asOf", asOf).setParameter("knownBefore", Cut.knownBefore(asOf, clock.getZone()));
        }
        query.getResultStream().forEach(row -> counts.computeIfAbsent((String) row[0], of -> new LinkedHashMap<>())
                .put((String) row[1], count(row[2])));
        return counts;
    }

    private static long count(Object column) {
        return ((Number) column).longValue();
    }
}
