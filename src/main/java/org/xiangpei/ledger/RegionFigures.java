package org.xiangpei.ledger;

import java.math.BigDecimal;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import org.xiangpei.shared.Money;

/**
 * What was paid for goods made in each region of the three cities. The kept sums know cities only (ADR 0111), so this reads the records of the
 * period: for pages that are looked at now and then.
 */
@ApplicationScoped
public class RegionFigures {

    private static final String MADE_IN = """
            select fact.production_region, count(*), sum(fact.amount) from (
                select purchase.*, coalesce(category.chain, '%s') as chain from purchase_record purchase
                left join category on category.code = purchase.category_code) fact
            where fact.recorded_at < :knownBefore and fact.purchased_on between :from and :to and fact.amount > 0
                and substr(fact.production_region, 1, 4) in ('4301', '4302', '4303')
                and not exists (select from purchase_record correction
                    where correction.supersedes = fact.code and correction.recorded_at < :knownBefore)
                and %s
            group by 1 order by 1
            """.formatted(PurchaseFigures.OUTSIDE_CHAIN, FactQueries.IN_SCOPE);

    private final Session session;

    RegionFigures(Session session) {
        this.session = session;
    }

    /** Regions without purchases are left out. */
    public List<RegionSum> madeIn(Cut cut) {
        var query = session.createNativeQuery(MADE_IN, Object[].class);
        cut.parameters().forEach((name, value) -> {
            if (!name.equals("asOf")) {
                query.setParameter(name, value);
            }
        });
        return query.getResultList().stream()
                .map(row -> new RegionSum((String) row[0], (long) row[1], new Money((BigDecimal) row[2])))
                .toList();
    }
}
