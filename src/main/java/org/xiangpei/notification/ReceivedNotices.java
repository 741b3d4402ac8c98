package org.xiangpei.notification;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Parameters;

import org.xiangpei.identity.Actor;
import org.xiangpei.identity.NoticeKind;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.Page;

/** A person's own notices. Nobody sees or touches another's. */
@ApplicationScoped
public class ReceivedNotices implements PanacheRepository<ReceivedNotice> {

    /** More than so many unread ones are not counted exactly. */
    public static final int MOST_COUNTED = 99;

    private static final String MINE =
            "accountId = (select a.id from Account a where a.login = :login) and visibleAt <= :now";

    private final Clock clock;

    ReceivedNotices(Clock clock) {
        this.clock = clock;
    }

    /**
     * What is looked at.
     *
     * @param unread only what was not read yet
     */
    public record Choice(Optional<NoticeKind> kind, boolean unread) {

        /** Everything. */
        public static final Choice ALL = new Choice(Optional.empty(), false);

        private String condition() {
            return (kind.isPresent() ? " and kind = :kind" : "") + (unread ? " and readAt is null" : "");
        }
    }

    /** What was not read first, and of both the newest first. */
    @Transactional
    public Page<ReceivedNotice> page(Actor actor, Choice choice, int page, int size) {
        var found = find(
                MINE + choice.condition()
                        + " order by case when readAt is null then 0 else 1 end, visibleAt desc, id desc",
                parameters(actor, choice));
        return new Page<>(page, size, found.count(), found.page(page - 1, size).list());
    }

    /** How many were not read, up to one more than {@link #MOST_COUNTED}. Asked for by every page of who is signed in. */
    @Transactional
    public int countUnread(Actor actor) {
        Number count = (Number) getEntityManager()
                .createNativeQuery("""
                        select count(*) from (select 1 from notice n join account a on a.id = n.account_id
                            where a.login = :login and n.read_at is null and n.visible_at <= :now limit :most) unread""")
                .setParameter("login", actor.login())
                .setParameter("now", clock.instant())
                .setParameter("most", MOST_COUNTED + 1)
                .getSingleResult();
        return count.intValue();
    }

    /**
     * Marks one as read.
     *
     * @return the page where it is dealt with
     * @throws NotFound also for another's
     */
    @Transactional
    public String read(Actor actor, long id) {
        ReceivedNotice notice = find(
                        MINE + " and id = :id", parameters(actor, Choice.ALL).and("id", id))
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("这条通知"));
        mark("id = ?2", id);
        return notice.path();
    }

    /** Marks all of the choice as read. */
    @Transactional
    public void readAll(Actor actor, Choice choice) {
        Parameters parameters = parameters(actor, choice);
        update("set readAt = :now where readAt is null and " + MINE + choice.condition(), parameters);
    }

    private void mark(String which, Object value) {
        update("set readAt = ?1 where readAt is null and " + which, clock.instant(), value);
    }

    private Parameters parameters(Actor actor, Choice choice) {
        Parameters parameters = Parameters.with("login", actor.login()).and("now", clock.instant());
        choice.kind().ifPresent(it -> parameters.and("kind", it));
        return parameters;
    }
}
