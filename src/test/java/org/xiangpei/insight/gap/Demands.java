package org.xiangpei.insight.gap;

import jakarta.persistence.EntityManager;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jspecify.annotations.Nullable;

import org.xiangpei.insight.chain.ChainRounds;
import org.xiangpei.matching.answer.AnswerJson;
import org.xiangpei.requirement.CriteriaText;

/** Posted lines of a test's own, as facts; and the sample's, put into gaps once for all tests. */
public final class Demands {

    private static boolean ready;

    private Demands() {}

    /** The sample's lines are in their gaps and the chains are written. */
    public static synchronized void sampleIsReady() {
        if (!ready) {
            QuarkusTransaction.disallowingExisting().run(Demands::nothing);
            Arc.container().instance(GapRounds.class).get().go();
            Arc.container().instance(ChainRounds.class).get().go();
            ready = true;
        }
    }

    private static void nothing() {
        // Only to fail where a transaction runs that would be rolled back.
    }

    /** A line for a lift that asks for one clause that nobody's product meets, known since noon of its day. */
    static void post(EntityManager entities, String code, String buyer, String day) {
        post(entities, code, buyer, "430100", day, "load_capacity at_least 900000 kg", null);
    }

    /** A line of a requirement that only chosen firms are shown. */
    static void secret(EntityManager entities, String code, String buyer, String day) {
        insert(entities, code, buyer, "430100", day, "load_capacity at_least 900000 kg", null, false);
        covered(entities, code, day, "NONE");
    }

    static void post(
            EntityManager entities,
            String code,
            String buyer,
            String city,
            String day,
            String clauses,
            @Nullable String budget) {
        insert(entities, code, buyer, city, day, clauses, budget, true);
    }

    private static void insert(
            EntityManager entities,
            String code,
            String buyer,
            String city,
            String day,
            String clauses,
            @Nullable String budget,
            boolean open) {
        entities.createNativeQuery("""
                        insert into requirement_line (code, buyer_code, buyer_name, buyer_kind, buyer_city, posted_on, name, category_code,
                            quantity, unit, estimated_amount, criteria, provenance, recorded_at, names_buyer)
                        values (?1, ?2, '测试单位' || ?2, 'PUBLIC_BODY', ?3, cast(?4 as date), '大电梯', 'elevator', 2, '台',
                            cast(nullif(?5, '') as numeric), cast(?6 as jsonb), 'DOCUMENTED', cast(?4 || ' 12:00+08' as timestamptz), ?7)""")
                .setParameter(1, code)
                .setParameter(2, buyer)
                .setParameter(3, city)
                .setParameter(4, day)
                .setParameter(5, budget == null ? "" : budget)
                .setParameter(6, AnswerJson.write(CriteriaText.read(clauses)))
                .setParameter(7, open)
                .executeUpdate();
    }

    static void covered(EntityManager entities, String code, String day, String coverage) {
        entities.createNativeQuery("""
                        insert into line_coverage (line_code, as_of, coverage, recorded_at)
                        values (?1, cast(?2 as date), ?3, cast(?2 || ' 13:00+08' as timestamptz))""")
                .setParameter(1, code)
                .setParameter(2, day)
                .setParameter(3, coverage)
                .executeUpdate();
    }

    static void ended(EntityManager entities, String code, String day) {
        entities.createNativeQuery("""
                        insert into requirement_line_end (line_code, why, recorded_at)
                        values (?1, 'WITHDRAWN', cast(?2 || ' 14:00+08' as timestamptz))""")
                .setParameter(1, code)
                .setParameter(2, day)
                .executeUpdate();
    }

    /** A line that was posted and found to have nothing. */
    static void unmet(EntityManager entities, String code, String buyer, String day) {
        post(entities, code, buyer, day);
        covered(entities, code, day, "NONE");
    }
}
