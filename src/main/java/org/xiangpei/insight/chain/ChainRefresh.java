package org.xiangpei.insight.chain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

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

    /** Of products that are listed by a condition, who supplies which category from where. */
    static final String SUPPLIED = """
        select product.category_code, product.firm_code,
            array(select distinct substr(site, 1, 4) || '00' from unnest(
                case when cardinality(firm.production_sites) = 0 then array[firm.city_code] else firm.production_sites end) site
                where substr(site, 1, 4) in ('4301', '4302', '4303') order by 1) as cities,
            count(*) as products
        from product join firm on firm.code = product.firm_code
        where %s
        group by product.category_code, product.firm_code, firm.code
        """;

    private static final String SUPPLIERS =
            "insert into category_supplier (category_code, firm_code, cities, products) "
                    + SUPPLIED.formatted("is_listed(product, :today)");

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
        Cut cut = everything(purchases, today, clock.getZone());
        Grouped<PurchaseSums> sums = purchases.sums(cut, Dimension.CATEGORY);
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
                .setParameter("from", cut.period().from())
                .setParameter("to", today)
                .setParameter("amount", sums.total().amounts().all().yuan())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** All purchases until a day, as known then. */
    static Cut everything(PurchaseFigures purchases, LocalDate asOf, ZoneId zone) {
        LocalDate first = purchases
                .firstDay(Cut.knownBefore(asOf, zone))
                .filter(day -> !day.isAfter(asOf))
                .orElse(asOf);
        return new Cut(new Period(first, asOf), asOf, zone, Scope.REGION);
    }

    private void execute(String sql) {
        session.createNativeMutationQuery(sql).executeUpdate();
    }
}
