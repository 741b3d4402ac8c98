package org.xiangpei.ledger;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

/** Decides what a question is answered from: the kept sums, or the facts where the sums are missing, of another make, or too far behind. */
@ApplicationScoped
class KeptSums {

    /** What waits is looked up fact by fact: with more of it than this, one pass over all facts of a million is about as fast. */
    private static final int MOST_WAITING = 150_000;

    private final Session session;

    KeptSums(Session session) {
        this.session = session;
    }

    /** The whole months of some periods; empty where the facts are to answer. */
    Optional<KeptMonths> months(Cut cut, List<Asked> questions) {
        return usable(cut.zone().getId())
                ? Optional.of(KeptMonths.of(Asked.periods(questions), cut.asOf()))
                : Optional.empty();
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
