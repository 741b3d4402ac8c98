package org.xiangpei.insight.chain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import org.xiangpei.insight.chain.ChainFigures.Basis;
import org.xiangpei.insight.chain.ChainFigures.Demand;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Money;

/** The chains and their categories today, from what is kept: no query here grows with the catalogue's products or the ledger's records. */
@ApplicationScoped
public class Chains {

    /** Demand by category. */
    private static final String FIGURES = """
            with demanded as (
                select category_code, count(*) as lines, count(*) filter (where coverage = 'QUALIFIED') as met,
                    count(*) filter (where coverage <> 'QUALIFIED') as unmet, count(distinct gap_key) as gaps
                from line_standing where until_day is null and (:chain = '' or category_code in (select code from category where chain = :chain))
                group by category_code)
            select category.code, category.name, category.chain, coalesce(demanded.lines, 0), coalesce(demanded.met, 0),
                coalesce(demanded.unmet, 0), coalesce(demanded.gaps, 0), coalesce(spent.records, 0), coalesce(spent.amount, 0),
                coalesce(spent.local_amount, 0)
            from category
            left join demanded on demanded.category_code = category.code
            left join category_purchases spent on spent.category_code = category.code
            where :chain = '' or category.chain = :chain
            order by category.chain, category.name
            """;

    /** Firms by category or chain and city; a firm of two categories counts once in their chain. */
    private static final String SUPPLIERS = """
             as of_what, city, count(distinct firm_code) from (
                select category_code, firm_code, '' as city from category_supplier
                union all
                select category_code, firm_code, unnest(cities) from category_supplier) supplier
            join category on category.code = supplier.category_code
            where :chain = '' or category.chain = :chain
            group by 1, 2
            """;

    private final Session session;

    Chains(Session session) {
        this.session = session;
    }

    /** All chains of the catalogue, each with the sums over its categories. */
    @Transactional
    public List<ChainFigures> all() {
        Map<String, List<ChainFigures>> byChain = new LinkedHashMap<>();
        read("").forEach(it ->
                byChain.computeIfAbsent(it.chain(), chain -> new ArrayList<>()).add(it.figures()));
        Map<String, Map<String, Long>> suppliers = suppliers("chain", "");
        return byChain.entrySet().stream()
                .map(it -> chain(it.getKey(), it.getValue(), suppliers.getOrDefault(it.getKey(), Map.of())))
                .toList();
    }

    /** The categories of a chain, of all for an empty name; none when the catalogue has no such chain. */
    @Transactional
    public List<ChainFigures> categories(String chain) {
        return read(chain).stream().map(Category::figures).toList();
    }

    /** Empty until the figures were written for the first time. */
    @Transactional
    public Optional<Basis> basis() {
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

    private List<Category> read(String chain) {
        Map<String, Map<String, Long>> suppliers = suppliers("code", chain);
        return session.createNativeQuery(FIGURES, Object[].class)
                .setParameter("chain", chain)
                .getResultStream()
                .map(row -> new Category((String) row[2], category(row, suppliers.getOrDefault(row[0], Map.of()))))
                .toList();
    }

    private static ChainFigures category(Object[] row, Map<String, Long> suppliers) {
        var demand = new Demand(
                count(row[3]),
                count(row[4]),
                count(row[5]),
                count(row[6]),
                count(row[7]),
                new Money((BigDecimal) row[8]),
                new Money((BigDecimal) row[9]));
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

    /** @param column of {@code category}, by which firms are counted; never from outside */
    private Map<String, Map<String, Long>> suppliers(String column, String chain) {
        Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
        session.createNativeQuery("select category." + column + SUPPLIERS, Object[].class)
                .setParameter("chain", chain)
                .getResultStream()
                .forEach(row -> counts.computeIfAbsent((String) row[0], of -> new LinkedHashMap<>())
                        .put((String) row[1], count(row[2])));
        return counts;
    }

    private static long count(Object column) {
        return ((Number) column).longValue();
    }
}
