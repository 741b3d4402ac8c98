package org.xiangpei.insight.chain;

import java.time.Clock;
import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import org.xiangpei.ledger.Cut;
import org.xiangpei.ledger.Dimension;
import org.xiangpei.ledger.Grouped;
import org.xiangpei.ledger.Period;
import org.xiangpei.ledger.PurchaseFigures;
import org.xiangpei.ledger.PurchaseSums;
import org.xiangpei.ledger.Scope;

/**
 * Writes anew who supplies each category and what was spent on it, when the catalogue or the ledger has changed, or another day has begun.
 * The sums are those of the rate page without filters, so that whoever follows a figure to it finds the same.
 */
@ApplicationScoped
class ChainRefresh {

    private static final String SUPPLIERS = """
            insert into category_supplier (category_code, firm_code, cities, products)
            select product.category_code, product.firm_code,
                array(select distinct substr(site, 1, 4) || '00' from unnest(
                    case when cardinality(firm.production_sites) = 0 then array[firm.city_code] else firm.production_sites end) site
                    where substr(site, 1, 4) in ('4301', '4302', '4303') order by 1),
                count(*)
            from product join firm on firm.code = product.firm_code
            where is_listed(product, :today)
            group by product.category_code, product.firm_code, firm.code
            """;

    private final Session session;
    private final PurchaseFigures purchases;
    private final Clock clock;

    ChainRefresh(Session session, PurchaseFigures purchases, Clock clock) {
        this.session = session;
        this.purchases = purchases;
        this.clock = clock;
    }

    /** Does what is due, unless another instance is doing so. */
    @Transactional
    public void ifDue() {
        // What is put in from here on is seen by the next round, which reads what came with it.
        int due = session.createNativeMutationQuery(
                        "delete from chain_due where id in (select id from chain_due for update skip locked)")
                .executeUpdate();
        if (due > 0) {
            write();
        }
    }

    private void write() {
        LocalDate today = LocalDate.now(clock);
        // One at a time: of two that began together the second waits, and writes what it sees then.
        execute("lock table chain_refreshed in share row exclusive mode");
        execute("delete from category_supplier");
        session.createNativeMutationQuery(SUPPLIERS)
                .setParameter("today", today)
                .executeUpdate();
        execute(
                "insert into known_chain_name (chain, category_code) select chain, code from category on conflict do nothing");
        writePurchases(today);
    }

    private void writePurchases(LocalDate today) {
        LocalDate first = purchases
                .firstDay(Cut.knownBefore(today, clock.getZone()))
                .filter(day -> !day.isAfter(today))
                .orElse(today);
        Grouped<PurchaseSums> sums = purchases.sums(
                new Cut(new Period(first, today), today, clock.getZone(), Scope.REGION), Dimension.CATEGORY);
        execute("delete from category_purchases");
        sums.groups().stream()
                .filter(it -> !it.key().equals(PurchaseFigures.OUTSIDE))
                .forEach(it -> session.createNativeMutationQuery(
                                "insert into category_purchases (category_code, records, amount, local_amount) values (:category, :records, :amount, :local)")
                        .setParameter("category", it.key())
                        .setParameter("records", it.sums().lines().all())
                        .setParameter("amount", it.sums().amounts().all().yuan())
                        .setParameter("local", it.sums().amounts().local().yuan())
                        .executeUpdate());
        execute("delete from chain_refreshed");
        session.createNativeMutationQuery("""
                        insert into chain_refreshed (purchases_from, purchases_to, purchases_amount, refreshed_at)
                        values (:from, :to, :amount, :now)""")
                .setParameter("from", first)
                .setParameter("to", today)
                .setParameter("amount", sums.total().amounts().all().yuan())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    private void execute(String sql) {
        session.createNativeMutationQuery(sql).executeUpdate();
    }
}
