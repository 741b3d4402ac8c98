package org.xiangpei.following;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.json.JsonMapper;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

import org.xiangpei.identity.Actor;
import org.xiangpei.identity.NoticeFrequency;
import org.xiangpei.requirement.Requirements;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;

/** The searches and requirements that a person has saved. */
@ApplicationScoped
public class SavedQuestions {

    static final JsonMapper JSON = new JsonMapper();

    private static final int MOST = 50;
    private static final int LONGEST_NAME = 120;
    private static final String OWN = " account_id = (select id from account where login = :login)";

    private final Session session;
    private final SearchAnswers answers;
    private final RequirementAnswers ofRequirements;
    private final Requirements requirements;
    private final Clock clock;

    SavedQuestions(
            Session session,
            SearchAnswers answers,
            RequirementAnswers ofRequirements,
            Requirements requirements,
            Clock clock) {
        this.session = session;
        this.answers = answers;
        this.ofRequirements = ofRequirements;
        this.requirements = requirements;
        this.clock = clock;
    }

    /**
     * From now on the person learns of products that newly answer the search. Saved again, it only gets the frequency.
     *
     * @param address of the page of results
     * @throws RuleViolation {@code questions-too-many}, {@code question-too-wide}, {@code bad-request} for a search for nothing
     */
    @Transactional
    public void save(Actor actor, SearchQuestion question, String name, String address, NoticeFrequency frequency) {
        if (question.isEmpty()) {
            throw new RuleViolation("bad-request", "请先输入搜索词或选择筛选，再保存。");
        }
        answers.checkWidth(question);
        Optional<Long> added =
                insert(actor, "question", json(question), SavedQuestion.Kind.SEARCH, name, address, frequency);
        added.ifPresent(id -> know(id, answers.of(question).keySet()));
    }

    /**
     * The same for a requirement of the own organisation.
     *
     * @throws NotFound for another organisation's
     * @throws RuleViolation {@code questions-too-many}
     */
    @Transactional
    public void save(Actor actor, String requirement, NoticeFrequency frequency) {
        String title = requirements.own(actor, requirement).title();
        Optional<Long> added = insert(
                actor,
                "requirement",
                requirement,
                SavedQuestion.Kind.REQUIREMENT,
                title,
                "/requirements/" + requirement,
                frequency);
        added.ifPresent(id -> know(id, ofRequirements.of(requirement).keySet()));
    }

    /** @return its number; empty where it was there already */
    private Optional<Long> insert(
            Actor actor,
            String column,
            String what,
            SavedQuestion.Kind kind,
            String name,
            String address,
            NoticeFrequency frequency) {
        if (frequencyChanged(actor, address, frequency)) {
            return Optional.empty();
        }
        if (list(actor, MOST).size() >= MOST) {
            throw new RuleViolation("questions-too-many", "最多保存 " + MOST + " 个搜索和需求。请先在“我关注的”里删除几个。");
        }
        return session.createNativeQuery(
                        """
                        insert into saved_question (account_id, kind, name, address, %s, frequency, since, looked_at, horizon, earlier)
                        select id, :kind, :name, :address, cast(:what as %s), :frequency, :now, :now,
                            pg_snapshot_xmin(pg_current_snapshot()), pg_snapshot_xmin(pg_current_snapshot())
                        from account where login = :login
                        on conflict (account_id, address) do update set frequency = excluded.frequency returning id""".formatted(column, column.equals("question") ? "jsonb" : "text"), Long.class)
                .setParameter("kind", kind.name())
                .setParameter("name", shortened(name.isBlank() ? address : name.strip()))
                .setParameter("address", address)
                .setParameter("what", what)
                .setParameter("frequency", frequency.name())
                .setParameter("now", clock.instant())
                .setParameter("login", actor.login())
                .getResultStream()
                .findFirst();
    }

    private boolean frequencyChanged(Actor actor, String address, NoticeFrequency frequency) {
        return session.createNativeMutationQuery(
                                "update saved_question set frequency = :frequency where address = :address and" + OWN)
                        .setParameter("frequency", frequency.name())
                        .setParameter("address", address)
                        .setParameter("login", actor.login())
                        .executeUpdate()
                > 0;
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }

    /** What answers already is no news. */
    void know(long id, Collection<String> answering) {
        session.createNativeMutationQuery("""
                        insert into saved_question_answer (question_id, answer, since)
                        select :id, unnest(cast(:answers as text[])), :now on conflict do nothing""")
                .setParameter("id", id)
                .setParameter("answers", answering.toArray(String[]::new))
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** @throws NotFound for one that is not the person's own */
    @Transactional
    public void choose(Actor actor, long id, NoticeFrequency frequency) {
        int changed = session.createNativeMutationQuery(
                        "update saved_question set frequency = :frequency where id = :id and" + OWN)
                .setParameter("frequency", frequency.name())
                .setParameter("id", id)
                .setParameter("login", actor.login())
                .executeUpdate();
        if (changed == 0) {
            throw new NotFound("保存的搜索 " + id + " ");
        }
    }

    /** Removing what is not there is as good as removing it. */
    @Transactional
    public void remove(Actor actor, long id) {
        session.createNativeMutationQuery("delete from saved_question where id = :id and" + OWN)
                .setParameter("id", id)
                .setParameter("login", actor.login())
                .executeUpdate();
    }

    /** Those with the latest news first, then those saved last. */
    @Transactional
    public List<SavedQuestion> list(Actor actor, int most) {
        NativeQuery<Object[]> query = session.createNativeQuery(
                "select id, kind, name, address, frequency, since, told_at, told from saved_question where" + OWN
                        + " order by told_at desc nulls last, since desc, id limit :most",
                Object[].class);
        return query.setParameter("login", actor.login()).setParameter("most", most).getResultList().stream()
                .map(SavedQuestions::saved)
                .toList();
    }

    private static SavedQuestion saved(Object[] row) {
        return new SavedQuestion(
                ((Number) row[0]).longValue(),
                SavedQuestion.Kind.valueOf((String) row[1]),
                (String) row[2],
                (String) row[3],
                NoticeFrequency.valueOf((String) row[4]),
                (Instant) row[5],
                row[6] == null
                        ? Optional.empty()
                        : Optional.of(new SavedQuestion.News((Instant) row[6], (String) row[7])));
    }

    private static String json(SearchQuestion question) {
        try {
            return JSON.writeValueAsString(question.parameters());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
