package org.xiangpei.recognition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.xiangpei.identity.Actor;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;

/**
 * Moves joint sessions and calls them off (改期, 取消). What waits for a session that is called off waits for the next: it is on every
 * agenda until it is decided.
 */
@ApplicationScoped
public class SessionCalendar {

    private static final int LONGEST_REASON = 500;

    private final EntityManager entities;
    private final JointSessions sessions;
    private final SessionTrail trail;
    private final SessionNotices notices;
    private final Clock clock;

    SessionCalendar(
            EntityManager entities, JointSessions sessions, SessionTrail trail, SessionNotices notices, Clock clock) {
        this.entities = entities;
        this.sessions = sessions;
        this.trail = trail;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * To another day or place; also when it has begun and goes on another day: what was said and decided stays.
     *
     * @throws RuleViolation {@code bad-session} without a reason, for the same day and place, or a day in the past; {@code not-host},
     *     {@code session-state}
     */
    @Transactional
    public void move(Actor actor, int number, LocalDate day, String place, String reason) {
        Examiner by = JointSessions.examiner(actor);
        Moment now = Moment.of(clock);
        JointSession session = toChange(number);
        requireReason(reason);
        SessionChange change = session.move(day, place, reason, by, now);
        entities.persist(change);
        trail.moved(session, change);
        notices.moved(session, change, sessions.agenda(session));
    }

    /**
     * It does not take place; the same host convenes the next, which has the same number.
     *
     * @throws RuleViolation {@code bad-session} without a reason; {@code session-state} once a city has spoken in it or something is
     *     decided, for then it was held; {@code not-host}
     */
    @Transactional
    public void callOff(Actor actor, int number, String reason) {
        Examiner by = JointSessions.examiner(actor);
        Moment now = Moment.of(clock);
        JointSession session = toChange(number);
        requireReason(reason);
        List<AgendaItem> agenda = sessions.agenda(session);
        SessionChange change = session.callOff(hasBegun(number), reason, by, now);
        entities.persist(change);
        trail.calledOff(session, change);
        notices.calledOff(session, change, agenda);
        entities.remove(session);
    }

    /** Of all filings and revocations, also those that were withdrawn since. */
    private boolean hasBegun(int number) {
        return Stream.of("SessionPosition", "SessionDecision", "RevocationPosition", "RevocationDecision")
                .anyMatch(it -> count(it, number) > 0);
    }

    private long count(String what, int number) {
        return entities.createQuery("select count(*) from " + what + " where sessionNumber = ?1", Long.class)
                .setParameter(1, number)
                .getSingleResult();
    }

    private JointSession toChange(int number) {
        JointSession session = entities.find(JointSession.class, number, LockModeType.PESSIMISTIC_WRITE);
        if (session == null) {
            throw new NotFound("联席会议第 " + number + " 次");
        }
        return session;
    }

    private static void requireReason(String reason) {
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            throw new RuleViolation("bad-session", "请写明改期或取消的原因，最多 " + LONGEST_REASON + " 字；三市和有关企业看得到。");
        }
    }

    /** How the session came to its day and place, the first first. */
    @Transactional
    public List<SessionChange> moves(JointSession session) {
        return entities.createQuery(
                        "from SessionChange where sessionNumber = ?1 and kind = MOVED and changedAt >= ?2 order by id",
                        SessionChange.class)
                .setParameter(1, session.number())
                .setParameter(2, session.convenedAt())
                .getResultList();
    }

    /** Whether the session of that number was called off and none was convened since. */
    @Transactional
    public boolean isGone(int number) {
        return entities.find(JointSession.class, number) == null
                && listCalledOff().stream().anyMatch(it -> it.session() == number);
    }

    /** Sessions that did not take place, the latest first. */
    @Transactional
    public List<SessionChange> listCalledOff() {
        return entities.createQuery("from SessionChange where kind = CALLED_OFF order by id desc", SessionChange.class)
                .getResultList();
    }
}
