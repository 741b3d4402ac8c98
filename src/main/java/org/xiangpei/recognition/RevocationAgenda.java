package org.xiangpei.recognition;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.xiangpei.catalog.Product;
import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.shared.RuleViolation;

/** What the bureaus do with revocations in a joint session. Who changes something holds the session, as with filings. */
@ApplicationScoped
public class RevocationAgenda {

    private static final int LONGEST_NOTE = 1000;

    private final EntityManager entities;
    private final RevocationRecords records;
    private final JointSessions sessions;
    private final RevocationTrail trail;
    private final Clock clock;

    RevocationAgenda(
            EntityManager entities,
            RevocationRecords records,
            JointSessions sessions,
            RevocationTrail trail,
            Clock clock) {
        this.entities = entities;
        this.records = records;
        this.sessions = sessions;
        this.trail = trail;
        this.clock = clock;
    }

    /** While it is open, what can be decided today; once it is closed, what was decided in it. */
    @Transactional
    public List<RevocationItem> of(JointSession session) {
        return session.isClosed()
                ? records.decided(session.number())
                : records.agenda(session.number(), Moment.of(clock).day());
    }

    /** A revocation in the session that decided it, or in the one that is open; empty where there is none. */
    @Transactional
    public Optional<RevocationItem> item(Revocation of) {
        return of.session()
                .or(() -> sessions.open().map(JointSession::number))
                .map(session -> records.item(session, of));
    }

    /** The open session in which the actor can speak and decide now; a revocation comes to it when the firm was heard. */
    @Transactional
    public Optional<JointSession> acting(Actor actor, Revocation of) {
        Moment now = Moment.of(clock);
        return sessions.open()
                .filter(it -> actor.may(Action.HOLD_SESSION) && actor.city().isPresent())
                .filter(it -> of.isOpen() && of.isHeard(now.day()) && !now.day().isBefore(it.heldOn()));
    }

    /**
     * A city says what it thinks, once.
     *
     * @throws RuleViolation {@code session-state} outside of a session; {@code hearing-open} before the firm was heard;
     *     {@code already-answered}; {@code own-revocation}; {@code bad-decision} for a city that is against without its reason
     */
    @Transactional
    public void takePosition(Actor actor, String code, boolean revokes, String note) {
        Moment now = Moment.of(clock);
        JointSession session = inSession(now);
        RevocationItem item = item(session, code, now);
        Examiner by = JointSessions.examiner(actor);
        item.of().requireImpartial(by);
        item.position(by.city()).ifPresent(said -> {
            throw new RuleViolation(
                    "already-answered", by.city().label() + "市已由" + said.by().name() + "表态，您这次的表态没有生效。");
        });
        requireNote(!revokes, note, "不同意撤销时请写明理由。");
        var position = new RevocationPosition(session.number(), code, revokes, note, by, now.at());
        records.keep(position);
        trail.positioned(item.of(), product(item.of()), session.number(), position);
    }

    /**
     * Decides it. Until the session is closed it can be decided anew.
     *
     * @param seen the revision of the decision that was seen; 0 for none
     * @throws RuleViolation as {@link #takePosition}; {@code already-decided} when somebody decided since; {@code not-agreed} without
     *     two cities
     */
    @Transactional
    public void decide(Actor actor, String code, int seen, RevocationChoice choice, String note) {
        Moment now = Moment.of(clock);
        JointSession session = inSession(now);
        RevocationItem item = item(session, code, now);
        Examiner by = JointSessions.examiner(actor);
        item.of().requireImpartial(by);
        requireNote(true, note, "请写明决定的理由，企业看得到。");
        if (item.revision() != seen) {
            throw new RuleViolation("already-decided", code + " 在您查看以后已有人作出决定，您这次的决定没有生效。请看新的情况。");
        }
        item.requireAgreed(choice);
        var decision = new RevocationDecision(session.number(), code, seen + 1, choice, note, by, now.at());
        records.keep(decision);
        trail.decided(item.of(), product(item.of()), decision);
    }

    private JointSession inSession(Moment now) {
        JointSession open =
                sessions.open().orElseThrow(() -> new RuleViolation("session-state", "现在没有召集联席会议，会上才能表态和决定。"));
        return sessions.inSession(open.number(), now);
    }

    private RevocationItem item(JointSession session, String code, Moment now) {
        Revocation of = records.getToChange(code);
        if (!of.isOpen()) {
            throw new RuleViolation("already-decided", code + " 已由联席会议决定。");
        }
        if (!of.isHeard(now.day())) {
            throw new RuleViolation("hearing-open", "企业可以陈述到 " + of.heardUntil() + "，听取以后才能表态和决定。");
        }
        return records.item(session.number(), of);
    }

    private Product product(Revocation of) {
        return entities.find(Product.class, of.productCode());
    }

    private static void requireNote(boolean needed, String note, String detail) {
        if ((needed && note.isBlank()) || note.length() > LONGEST_NOTE) {
            throw new RuleViolation("bad-decision", note.isBlank() ? detail : "说明最多 " + LONGEST_NOTE + " 字。");
        }
    }
}
