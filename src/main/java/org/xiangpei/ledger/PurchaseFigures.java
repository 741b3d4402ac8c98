package org.xiangpei.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.City;
import org.xiangpei.shared.Money;

/** Sums over the purchase records in effect. */
@ApplicationScoped
public class PurchaseFigures {

    /** Stands where a category would for what belongs to none of the catalogue. */
    public static final String OUTSIDE = "-";

    /**
     * The records in effect: known by then, neither superseded nor cancelled by then. What corrects a record decides alone whether it
     * counts, also where the correction moves it out of the period or the scope.
     */
    private static final String IN_EFFECT = """
            select purchase.buyer_code, purchase.buyer_name, purchase.buyer_city, purchase.purchased_on as day,
                coalesce(purchase.category_code, '-') as category_code,
                coalesce(category.name, '目录外品类') as category_name, coalesce(category.chain, '目录外') as chain,
                purchase.amount, purchase.production_region, purchase.declared_local_content_pct, purchase.provenance,
                listed.code is not null as recognised,
                coalesce(substr(purchase.production_region, 1, 4) in ('4301', '4302', '4303'), false) as is_local
            from purchase_record purchase
            left join category on category.code = purchase.category_code
            left join product listed on listed.code = purchase.product_code
                and was_listed(listed, purchase.purchased_on, :knownBefore)
            where purchase.recorded_at < :knownBefore
                and purchase.purchased_on between :from and :to
                and purchase.amount > 0
                and not exists (select from purchase_record correction
                    where correction.supersedes = purchase.code and correction.recorded_at < :knownBefore)
            """;

    private static final FactQueries.Sums<PurchaseSums> SUMS =
            new FactQueries.Sums<>(IN_EFFECT, """
            count(*), count(*) filter (where is_local), count(*) filter (where production_region is null),
            coalesce(sum(amount), 0),
            coalesce(sum(amount) filter (where is_local), 0),
            coalesce(sum(amount) filter (where production_region is null), 0),
            coalesce(sum(round(amount * declared_local_content_pct / 100, 2)), 0),
            coalesce(sum(amount) filter (where declared_local_content_pct is null), 0),
            coalesce(sum(amount) filter (where recognised), 0),
            count(*) filter (where provenance = 'ILLUSTRATIVE')
            """, PurchaseFigures::sums);

    private final FactQueries queries;
    private final Session session;

    PurchaseFigures(FactQueries queries, Session session) {
        this.queries = queries;
        this.session = session;
    }

    /** @param groupBy null for the total alone */
    public Grouped<PurchaseSums> sums(Cut cut, @Nullable Dimension groupBy) {
        return queries.grouped(SUMS, cut, groupBy);
    }

    /** The money that flowed inside the region, from the city of the buyer to the city of production. */
    public List<CityFlow> flows(Cut cut) {
        String productionCity = "substr(production_region, 1, 4) || '00'";
        String columns = "buyer_city, " + productionCity + ", sum(amount), count(*)";
        return queries
                .rows(
                        IN_EFFECT + " and substr(production_region, 1, 4) in ('4301', '4302', '4303')",
                        columns,
                        "1, 2",
                        cut)
                .stream()
                .map(row -> new CityFlow(city(row[0]), city(row[1]), money(row[2]), (long) row[3]))
                .toList();
    }

    /** What was paid for goods made in each region of the three cities; regions without purchases are left out. */
    public List<RegionSum> madeIn(Cut cut) {
        return queries
                .rows(
                        IN_EFFECT + " and substr(production_region, 1, 4) in ('4301', '4302', '4303')",
                        "production_region, count(*), sum(amount)",
                        "1",
                        cut)
                .stream()
                .map(row -> new RegionSum((String) row[0], (long) row[1], money(row[2])))
                .toList();
    }

    /** The day of the first purchase known before a moment; empty for an empty ledger. */
    public Optional<LocalDate> firstDay(Instant knownBefore) {
        return Optional.ofNullable(session.createNativeQuery(
                        "select min(purchased_on) from purchase_record where recorded_at < :knownBefore",
                        LocalDate.class)
                .setParameter("knownBefore", knownBefore)
                .getSingleResult());
    }

    public boolean knowsBuyer(String code) {
        return !session.createNativeQuery(
                        "select 1 from purchase_record where buyer_code = :code limit 1", Integer.class)
                .setParameter("code", code)
                .getResultList()
                .isEmpty();
    }

    private static PurchaseSums sums(List<Object> row) {
        return new PurchaseSums(
                new PurchaseSums.Lines((long) row.get(0), (long) row.get(1), (long) row.get(2)),
                new PurchaseSums.Amounts(
                        money(row.get(3)),
                        money(row.get(4)),
                        money(row.get(5)),
                        money(row.get(6)),
                        money(row.get(7)),
                        money(row.get(8))),
                (long) row.get(9));
    }

    private static Money money(Object amount) {
        return new Money((BigDecimal) amount);
    }

    private static City city(Object code) {
        return City.of((String) code).orElseThrow();
    }
}
