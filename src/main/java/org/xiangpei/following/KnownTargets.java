package org.xiangpei.following;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** What followers know of each target, and who they are. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class KnownTargets {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String FOLLOWED = "exists (select 1 from followed f where (f.target_type, f.target_code) = "
            + "(t.target_type, t.target_code))";

    private final Session session;
    private final Clock clock;

    /** @param facts what its followers were told last */
    record Known(Target target, Facts facts) {}

    KnownTargets(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** Notes what the first follower sees; with others there already, what they know stays. */
    void begin(Target target, Facts now) {
        change(target, """
                        insert into followed_target as t (target_type, target_code, name, facts)
                        values (:kind, :code, :name, cast(:facts as jsonb))
                        on conflict (target_type, target_code) do update set name = excluded.name, facts = excluded.facts,
                            change = null, changed_at = null where not\s""" + FOLLOWED)
                .setParameter("name", now.name())
                .setParameter("facts", json(now))
                .executeUpdate();
    }

    void update(Target target, Facts now, String change) {
        change(target, """
                        update followed_target set name = :name, facts = cast(:facts as jsonb), change = :change, changed_at = :now
                        where target_type = :kind and target_code = :code""")
                .setParameter("name", now.name())
                .setParameter("facts", json(now))
                .setParameter("change", change)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** All that anybody follows. */
    List<Known> all() {
        return list("true", null);
    }

    /** Those that a change of one of these products or firms can concern, also as the other of product and firm. */
    List<Known> concerned(Collection<String> products, Collection<String> firms) {
        return list(
                """
                case t.target_type when 'PRODUCT' then t.target_code = any(:products)
                    or exists (select 1 from product p where p.code = t.target_code and p.firm_code = any(:firms))
                else t.target_code = any(:firms)
                    or exists (select 1 from product p where p.firm_code = t.target_code and p.code = any(:products))
                    or jsonb_exists_any(t.facts, :keys) end""",
                Map.of(
                        "products", products.toArray(String[]::new),
                        "firms", firms.toArray(String[]::new),
                        "keys", products.stream().map(it -> "product." + it).toArray(String[]::new)));
    }

    private List<Known> list(String which, @Nullable Map<String, String[]> parameters) {
        var query = session.createNativeQuery(
                "select t.target_type, t.target_code, t.name, cast(t.facts as text) from followed_target t where "
                        + FOLLOWED + " and " + which + " order by t.target_type, t.target_code",
                Object[].class);
        if (parameters != null) {
            parameters.forEach(query::setParameter);
        }
        List<Object[]> rows = query.getResultList();
        return rows.stream()
                .map(row -> new Known(
                        new Target(Target.Kind.valueOf((String) row[0]), (String) row[1]),
                        new Facts((String) row[2], facts((String) row[3]))))
                .toList();
    }

    List<Long> followers(Target target) {
        return of(
                        target,
                        "select account_id from followed where target_type = :kind and target_code = :code",
                        Long.class)
                .getResultList();
    }

    private MutationQuery change(Target target, String statement) {
        return session.createNativeMutationQuery(statement)
                .setParameter("kind", target.kind().name())
                .setParameter("code", target.code());
    }

    private <T> NativeQuery<T> of(Target target, String statement, Class<T> type) {
        return session.createNativeQuery(statement, type)
                .setParameter("kind", target.kind().name())
                .setParameter("code", target.code());
    }

    private static String json(Facts facts) {
        try {
            return JSON.writeValueAsString(facts.all());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Facts.Fact> facts(String json) {
        try {
            return JSON.readValue(json, new TypeReference<Map<String, Facts.Fact>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
