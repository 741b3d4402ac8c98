package org.xiangpei.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.xiangpei.ledger.Grouped.Group;

/** Asks PostgreSQL for sums over facts: a total and all its groups in one query, every value bound. */
@ApplicationScoped
public class FactQueries {

    /** SQL that is true of a fact in the scope of a cut. */
    static final String IN_SCOPE = """
            (:buyer = '' or buyer_code = :buyer)
            and (:city = '' or buyer_city = :city)
            and (:category = '' or category_code = :category)
            and (:chain = '' or chain = :chain)
            """;

    private final Session session;

    FactQueries(Session session) {
        this.session = session;
    }

    /**
     * A kind of facts and what is summed over them.
     *
     * @param facts a query for facts, each in effect and in the period, with the columns of {@link Dimension}; it may name :from,
     *     :to, :asOf and :knownBefore
     * @param sums aggregates over these facts
     * @param read makes the sums from the values of the aggregates
     */
    public record Sums<T>(String facts, String sums, Function<List<Object>, T> read) {}

    /** @param groupBy null for the total alone */
    public <T> Grouped<T> grouped(Sums<T> wanted, Cut cut, @Nullable Dimension groupBy) {
        String key = groupBy == null ? "''" : groupBy.keySql();
        String name = groupBy == null ? "''" : groupBy.nameSql();
        String keyed =
                "select fact.*, %s as group_key, %s as group_name from fact where %s".formatted(key, name, IN_SCOPE);
        String sql = """
                with fact as (%s), keyed as (%s)
                select group_key, max(group_name), %s from keyed
                group by grouping sets ((), (group_key))
                order by grouping(group_key) desc, group_key
                """.formatted(wanted.facts(), keyed, wanted.sums());
        var rows = rows(sql, cut);
        var groups = new ArrayList<Group<T>>();
        for (Object[] row : groupBy == null ? List.<Object[]>of() : rows.subList(1, rows.size())) {
            groups.add(new Group<>((String) row[0], (String) row[1], read(wanted, row)));
        }
        return new Grouped<>(read(wanted, rows.getFirst()), groups);
    }

    /**
     * Facts as known then beside the same facts as known now, matched by their {@code code}.
     *
     * @param facts as of {@link Sums}, with a code
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
     * From here on in this transaction PostgreSQL plans for the values that are asked for. A plan for any value takes the few facts of some days for a
     * large part of all, and reads these.
     */
    static void planForValues(Session session) {
        session.doWork(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("set local plan_cache_mode = force_custom_plan");
            }
        });
    }

    private List<Object[]> rows(String sql, Cut cut) {
        planForValues(session);
        var query = session.createNativeQuery(sql, Object[].class);
        var named = query.getParameterMetadata().getNamedParameterNames();
        cut.parameters().forEach((name, value) -> {
            if (named.contains(name)) {
                query.setParameter(name, value);
            }
        });
        return query.getResultList();
    }

    private static <T> T read(Sums<T> wanted, Object[] row) {
        return wanted.read().apply(Arrays.asList(row).subList(2, row.length));
    }
}
