package org.xiangpei.following;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

import org.xiangpei.identity.Actor;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;

/** What a person follows. */
@ApplicationScoped
public class Following {

    private static final int MOST = 300;

    private final Session session;
    private final TargetFacts facts;
    private final KnownTargets known;
    private final Clock clock;

    /**
     * Something that the person follows.
     *
     * @param change the last one since then, in a sentence
     */
    public record Followed(Target target, String name, Instant since, Optional<Change> change) {}

    public record Change(Instant at, String text) {}

    Following(Session session, TargetFacts facts, KnownTargets known, Clock clock) {
        this.session = session;
        this.facts = facts;
        this.known = known;
        this.clock = clock;
    }

    @Transactional
    public boolean follows(Actor actor, Target target) {
        return !of(actor, target, "select 1 from followed where ")
                .getResultList()
                .isEmpty();
    }

    /**
     * From now on the person learns of every change. Once more is as good as once.
     *
     * @throws NotFound for what is not in the catalogue
     * @throws RuleViolation {@code follows-too-many}
     */
    @Transactional
    public void follow(Actor actor, Target target) {
        Facts now = facts.find(target).orElseThrow(() -> new NotFound("目录中的 " + target.code() + " "));
        if (count(actor) >= MOST && !follows(actor, target)) {
            throw new RuleViolation("follows-too-many", "最多关注 " + MOST + " 项。请先在“我关注的”里取消几项。");
        }
        known.begin(target, now);
        session.createNativeMutationQuery("""
                        insert into followed (account_id, target_type, target_code, since)
                        select id, :kind, :code, :now from account where login = :login on conflict do nothing""")
                .setParameter("login", actor.login())
                .setParameter("kind", target.kind().name())
                .setParameter("code", target.code())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    @Transactional
    public void unfollow(Actor actor, Target target) {
        of(actor, target, "delete from followed where ").executeUpdate();
    }

    @Transactional
    public long count(Actor actor) {
        return session.createNativeQuery(
                        "select count(*) from followed where account_id = (select id from account where login = :login)",
                        Long.class)
                .setParameter("login", actor.login())
                .getSingleResult();
    }

    /** What has changed last first, then what was followed last. */
    @Transactional
    public List<Followed> list(Actor actor, int most) {
        return session
                .createNativeQuery("""
                        select f.target_type, f.target_code, t.name, f.since,
                            case when t.changed_at > f.since then t.changed_at end, t.change
                        from followed f join followed_target t using (target_type, target_code)
                        where f.account_id = (select id from account where login = :login)
                        order by 5 desc nulls last, f.since desc, f.target_code limit :most""", Object[].class)
                .setParameter("login", actor.login())
                .setParameter("most", most)
                .getResultList()
                .stream()
                .map(Following::followed)
                .toList();
    }

    private static Followed followed(Object[] row) {
        return new Followed(
                new Target(Target.Kind.valueOf((String) row[0]), (String) row[1]),
                (String) row[2],
                (Instant) row[3],
                row[4] == null ? Optional.empty() : Optional.of(new Change((Instant) row[4], (String) row[5])));
    }

    private NativeQuery<Object> of(Actor actor, Target target, String what) {
        return session.createNativeQuery(what + """
                        account_id = (select id from account where login = :login) and target_type = :kind and target_code = :code""", Object.class)
                .setParameter("login", actor.login())
                .setParameter("kind", target.kind().name())
                .setParameter("code", target.code());
    }
}
