package org.xiangpei.ledger;

import java.math.BigDecimal;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

import org.xiangpei.shared.Money;

/**
 * What was paid for goods made in each region of the three cities. The kept sums know cities only (ADR 0111), so this reads the records of the
 * period: for pages that are looked at now and then.
 */
@ApplicationScoped
public class RegionFigures {

    private static final String MADE = """
            from (
                select purchase.*, coalesce(category.chain, '%s') as chain, category.name as category_name from purchase_record purchase
                left join category on category.code = purchase.category_code) fact
            where fact.recorded_at < :knownBefore and fact.purchased_on between :from and :to and fact.amount > 0
                and substr(fact.production_region, 1, 4) in ('4301', '4302', '4303')
                and not exists (select from purchase_record correction
                    where correction.supersedes = fact.code and correction.recorded_at < :knownBefore)
                and %s
            """.formatted(PurchaseFigures.OUTSIDE_CHAIN, FactQueries.IN_SCOPE);

    private static final String MADE_IN =
            "select fact.production_region, count(*), sum(fact.amount) " + MADE + " group by 1 order by 1";

    /** What belongs to no category of the catalogue has neither code nor name. */
    private static final String MADE_THERE =
            "select coalesce(fact.category_code, ''), coalesce(max(fact.category_name), ''), count(*), sum(fact.amount) "
                    + MADE + " and fact.production_region = :place group by 1 order by 4 desc, 1";

    private final Session session;

    RegionFigures(Session session) {
        this.session = session;
    }

    /** Regions without purchases are left out. */
    public List<RegionSum> madeIn(Cut cut) {
        return asked(MADE_IN, cut).getResultList().stream()
                .map(row -> new RegionSum((String) row[0], (long) row[1], new Money((BigDecimal) row[2])))
                .toList();
    }

    /** @param category empty for what belongs to none of the catalogue */
    public record CategorySum(String category, String name, long records, Money amount) {}

    /** Of one region, by category, the most money first. */
    public List<CategorySum> madeThere(Cut cut, String region) {
        return asked(MADE_THERE, cut).setParameter("place", region).getResultList().stream()
                .map(row -> new CategorySum(
                        (String) row[0], (String) row[1], (long) row[2], new Money((BigDecimal) row[3])))
                .toList();
    }

    private NativeQuery<Object[]> asked(String sql, Cut cut) {
        NativeQuery<Object[]> query = session.createNativeQuery(sql, Object[].class);
        cut.parameters().forEach((name, value) -> {
            if (!name.equals("asOf")) {
                query.setParameter(name, value);
            }
        });
        return query;
    }
}
