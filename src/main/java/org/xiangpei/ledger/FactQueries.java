package org.xiangpei.ledger;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

/** What questions to PostgreSQL about facts share; every value is bound. */
@ApplicationScoped
public class FactQueries {

    /** SQL that is true of a fact in the scope of a cut. */
    static final String IN_SCOPE = """
        (:buyer = '' or buyer_code = :buyer)
        and (:city = '' or buyer_city = :city)
        and (:kind = '' or coalesce(buyer_kind, '-') = :kind)
        and (:category = '' or category_code = :category)
        and (:chain = '' or chain = :chain)
        """;

    private final Session session;

    FactQueries(Session session) {
        this.session = session;
    }

    /**
     * Facts as known then beside the same facts as known now, matched by their {@code code}.
     *
     * @param facts a query for facts, each in effect and in the period, with a code and the columns of {@link Dimension}; it may name :from, :to,
     *     :asOf and :knownBefore
     * @param columns over {@code was} and {@code is_now}, of which one may be missing; the first is what is grouped by
     */
    public List<Object[]> compared(String facts, String columns, Cut then, Cut now) {
        String was = facts.replace(":knownBefore", ":thenKnownBefore").replace(":asOf", ":thenAsOf");
        var query = session.createNativeQuery("""
                with was as (select * from (%s) fact where %s), is_now as (select * from (%s) fact where %s)
                select %s from was full join is_now on is_now.code = was.code group by 1
                """.formatted(was, IN_SCOPE, facts, IN_SCOPE, columns), Object[].class);
        now.parameters().forEach(query::setParameter);
        query.setParameter("thenKnownBefore", then.knownBefore());
        query.setParameter("thenAsOf", then.asOf());
        return query.getResultList();
    }

    /**
     * From here on in this transaction PostgreSQL plans for the values that are asked for: a plan for any value takes the few facts of some days for a
     * large part of all, and reads these. It adds up in memory, as sorting a hundred thousand sums on the disk takes longer than all else, and does not
     * compile what runs for a moment.
     */
    public static void tune(Session session) {
        session.doWork(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute(
                        "set local plan_cache_mode = force_custom_plan; set local work_mem = '64MB'; set local jit = off");
            }
        });
    }
}
