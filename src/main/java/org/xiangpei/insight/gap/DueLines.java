package org.xiangpei.insight.gap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hibernate.Session;

import org.xiangpei.matching.answer.CatalogueMoved;

/**
 * Which lines have to be looked at: triggers put in those that were posted, covered or ended, and here come those that a change of the
 * catalogue or another day concerns. Nothing is missed, as all of it is put in by the transaction that makes it necessary.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class DueLines {

    /** How long a line without a day of need is awaited. */
    static final int AWAITED_DAYS = 365;

    /** What is unmet is followed for good; what is met, while it is still awaited: bought long ago it was met, whatever expires since. */
    private static final String FOLLOWED = """
            insert into gap_due (line_code, judge)
            select standing.line_code, true from line_standing standing
            join requirement_line line on line.code = standing.line_code
            where standing.until_day is null and standing.coverage is not null
                and (standing.coverage <> 'QUALIFIED' or coalesce(line.needed_by, line.posted_on + :awaited) >= :today)
                and (:everything or standing.category_code in (:categories) or standing.category_code in (
                    select product.category_code from product where product.code in (:products) or product.firm_code in (:firms)))
            """;

    private final Session session;
    private final Clock clock;

    DueLines(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** @param judged those that are to be matched, too */
    record Batch(List<Long> ids, Set<String> all, Set<String> judged) {
        boolean isEmpty() {
            return ids.isEmpty();
        }
    }

    void moved(@Observes CatalogueMoved moved) {
        session.createNativeMutationQuery(FOLLOWED)
                .setParameter("today", LocalDate.now(clock))
                .setParameter("awaited", AWAITED_DAYS)
                .setParameter("everything", moved.everything())
                .setParameter("categories", orNone(moved.categories()))
                .setParameter("products", orNone(moved.products()))
                .setParameter("firms", orNone(moved.firms()))
                .executeUpdate();
        session.createNativeMutationQuery("insert into chain_due default values")
                .executeUpdate();
    }

    private static Collection<String> orNone(Set<String> codes) {
        return codes.isEmpty() ? Set.of("") : codes;
    }

    /** Some that no other instance is looking at; the lines are locked, so that two never write one. */
    Batch take(int most) {
        List<Object[]> rows = session.createNativeQuery(
                        "select id, line_code, judge from gap_due order by id limit :most for update skip locked",
                        Object[].class)
                .setParameter("most", most)
                .getResultList();
        Set<String> all = rows.stream().map(row -> (String) row[1]).collect(Collectors.toCollection(TreeSet::new));
        if (!all.isEmpty()) {
            session.createNativeQuery(
                            "select code from requirement_line where code in (:codes) order by code for no key update",
                            String.class)
                    .setParameter("codes", all)
                    .getResultList();
        }
        return new Batch(
                rows.stream().map(row -> ((Number) row[0]).longValue()).toList(),
                all,
                rows.stream()
                        .filter(row -> (Boolean) row[2])
                        .map(row -> (String) row[1])
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    void done(Batch batch) {
        session.createNativeMutationQuery("delete from gap_due where id in (:ids)")
                .setParameter("ids", batch.ids())
                .executeUpdate();
    }
}
