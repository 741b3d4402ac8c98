package org.xiangpei.ledger;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Decides what a question is answered from: the kept sums, or the facts where the sums are missing, of another make, or too far behind. */
@ApplicationScoped
class KeptSums {

    /** With more facts waiting than this, the facts themselves answer about as fast. */
    private static final int MOST_WAITING = 20_000;

    private final Session session;

    KeptSums(Session session) {
        this.session = session;
    }

    PurchaseSumQuery query(Cut cut, @Nullable Dimension groupBy) {
        Optional<WholeMonths> months = WholeMonths.of(cut.period());
        return months.isPresent() && usable(cut.zone().getId())
                ? PurchaseSumQuery.ofSums(cut, groupBy, months.get())
                : PurchaseSumQuery.ofFacts(cut, groupBy);
    }

    /** What is decided may be overtaken by who makes the sums anew, but the answer is right then as well: all facts wait in that case. */
    private boolean usable(String zone) {
        return session
                .createNativeQuery("""
                        select make, zone from purchase_sum_state
                        where (select count(*) from (select from purchase_sum_waiting limit :most) waiting) < :most""", Object[].class)
                .setParameter("most", MOST_WAITING)
                .getResultList()
                .stream()
                .anyMatch(row -> new SumKeeping.State((int) row[0], (String) row[1]).usable(zone));
    }
}
