package org.xiangpei.following;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Audience;
import org.xiangpei.identity.Notice;
import org.xiangpei.identity.NoticeKind;
import org.xiangpei.identity.Notices;

/**
 * Tells people which products newly answer what they have saved, as often as they chose. Each question is looked at in a transaction of
 * its own, under a lock that another instance skips: every answer is told once.
 */
@ApplicationScoped
class NewAnswers {

    private static final int MOST_IN_A_ROUND = 1_000;
    private static final int NAMED = 4;
    private static final int LONGEST_LOOK_IN_SECONDS = 300;

    /**
     * At once: the catalogue has changed since, or the day has. The index follows a change within moments, and that is no promise: so a change
     * is looked for twice.
     */
    private static final String DUE = """
            select q.id from saved_question q
            where (q.frequency = 'AT_ONCE' and (q.looked_at < :today or exists (
                    select from search_change c where c.xid >= q.earlier)))
                or (q.frequency = 'DAILY' and q.looked_at < :daily)
                or (q.frequency = 'WEEKLY' and q.looked_at < :weekly)
            order by q.looked_at, q.id limit :most""";

    private static final String LOCKED = """
            select q.id, q.account_id, q.name, q.address, cast(q.question as text),
                cast(pg_snapshot_xmin(pg_current_snapshot()) as text), r.code
            from saved_question q
            left join requirement r on r.code = q.requirement and r.state in ('DRAFT', 'PUBLISHED')
                and exists (select from membership m join organization o on o.code = m.organization_code
                    where m.account_id = q.account_id and m.until is null and o.active and o.code = r.organization_code
                        and 'BUYER' = any(m.roles))
            where q.id = :id for update of q skip locked""";

    private final Session session;
    private final SavedQuestions saved;
    private final SearchAnswers searches;
    private final RequirementAnswers requirements;
    private final Notices notices;
    private final Clock clock;

    /**
     * @param question of a search
     * @param horizon of the change log when it was locked
     * @param requirement that the person may still read, and that has not ended
     */
    private record Due(
            long id,
            long account,
            String name,
            String address,
            @Nullable String question,
            String horizon,
            @Nullable String requirement) {}

    NewAnswers(
            Session session,
            SavedQuestions saved,
            SearchAnswers searches,
            RequirementAnswers requirements,
            Notices notices,
            Clock clock) {
        this.session = session;
        this.saved = saved;
        this.searches = searches;
        this.requirements = requirements;
        this.notices = notices;
        this.clock = clock;
    }

    /** What goes wrong with one question does not keep the others from being looked at; it is tried again in the next round. */
    void tell() {
        for (long id : due()) {
            try {
                QuarkusTransaction.requiringNew()
                        .timeout(LONGEST_LOOK_IN_SECONDS)
                        .run(() -> lock(id).ifPresent(this::look));
            } catch (RuntimeException e) {
                Log.warnf("What answers the saved question %d could not be looked at: %s", id, e.getMessage());
            }
        }
    }

    private List<Long> due() {
        Instant now = clock.instant();
        QuestionTimes times = QuestionTimes.before(now, clock.getZone());
        return QuarkusTransaction.requiringNew().call(() -> session.createNativeQuery(DUE, Long.class)
                .setParameter("today", times.today())
                .setParameter("daily", times.daily())
                .setParameter("weekly", times.weekly())
                .setParameter("most", MOST_IN_A_ROUND)
                .getResultList());
    }

    private Optional<Due> lock(long id) {
        return session.createNativeQuery(LOCKED, Object[].class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(row -> new Due(
                        ((Number) row[0]).longValue(),
                        ((Number) row[1]).longValue(),
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        (String) row[6]));
    }

    private void look(Due it) {
        Map<String, String> fresh = new LinkedHashMap<>(answers(it));
        fresh.keySet().removeAll(known(it.id()));
        if (!fresh.isEmpty()) {
            saved.know(it.id(), fresh.keySet());
            tell(it, new ArrayList<>(fresh.values()));
        }
        session.createNativeMutationQuery("update saved_question set looked_at = :now, earlier = horizon,"
                        + " horizon = cast(:horizon as xid8) where id = :id")
                .setParameter("now", clock.instant())
                .setParameter("horizon", it.horizon())
                .setParameter("id", it.id())
                .executeUpdate();
    }

    private Map<String, String> answers(Due it) {
        if (it.question() != null) {
            return searches.of(question(it.question()));
        }
        return it.requirement() == null ? Map.of() : requirements.of(it.requirement());
    }

    private Set<String> known(long id) {
        return new HashSet<>(session.createNativeQuery(
                        "select answer from saved_question_answer where question_id = :id", String.class)
                .setParameter("id", id)
                .getResultList());
    }

    private void tell(Due it, List<String> products) {
        String text = text(products);
        session.createNativeMutationQuery("update saved_question set told_at = :now, told = :text where id = :id")
                .setParameter("now", clock.instant())
                .setParameter("text", text)
                .setParameter("id", it.id())
                .executeUpdate();
        notices.tell(
                Audience.people(Set.of(it.account())),
                new Notice(
                        NoticeKind.SAVED_ANSWERED,
                        "saved_question",
                        String.valueOf(it.id()),
                        "“" + it.name() + "”有 " + products.size() + " 个新产品",
                        text,
                        it.address()));
    }

    private static String text(List<String> products) {
        String first = String.join("、", products.subList(0, Math.min(NAMED, products.size())));
        return products.size() <= NAMED ? first + "。" : first + " 等 " + products.size() + " 个。";
    }

    private static SearchQuestion question(String json) {
        try {
            return SearchQuestion.of(
                    SavedQuestions.JSON.readValue(json, new TypeReference<Map<String, List<String>>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
