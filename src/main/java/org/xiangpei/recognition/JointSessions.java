package org.xiangpei.recognition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.shared.City;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

/**
 * What the bureaus do in a joint session. Whoever changes something holds the session until the transaction ends, so that two who act
 * at the same instant act one after the other.
 */
@ApplicationScoped
public class JointSessions {

    private static final int LONGEST_NOTE = 1000;

    private final EntityManager entities;
    private final Cases cases;
    private final BatchMaker batches;
    private final Revoker revoker;
    private final SessionTrail trail;
    private final SessionNotices notices;
    private final RecognitionConfig config;
    private final Event<RecognitionChanged> changes;
    private final Clock clock;

    JointSessions(
            EntityManager entities,
            Cases cases,
            BatchMaker batches,
            Revoker revoker,
            SessionTrail trail,
            SessionNotices notices,
            RecognitionConfig config,
            Event<RecognitionChanged> changes,
            Clock clock) {
        this.entities = entities;
        this.cases = cases;
        this.batches = batches;
        this.revoker = revoker;
        this.trail = trail;
        this.notices = notices;
        this.config = config;
        this.changes = changes;
        this.clock = clock;
    }

    /** All, the newest first. */
    @Transactional
    public List<JointSession> list() {
        return entities.createQuery("from JointSession order by number desc", JointSession.class)
                .getResultList();
    }

    /** The one that is convened and not closed. */
    @Transactional
    public Optional<JointSession> open() {
        return list().stream().filter(it -> !it.isClosed()).findFirst();
    }

    /** @throws NotFound when there is none */
    @Transactional
    public JointSession get(int number) {
        return Optional.ofNullable(entities.find(JointSession.class, number)).orElseThrow(() -> notFound(number));
    }

    private static NotFound notFound(int number) {
        return new NotFound("联席会议第 " + number + " 次");
    }

    /** The number of the next session. */
    @Transactional
    public int next() {
        return 1
                + entities.createQuery("select coalesce(max(number), 1) from JointSession", Integer.class)
                        .getSingleResult();
    }

    /** Whose turn it is to convene the next. */
    @Transactional
    public City nextHost() {
        return JointSession.hostOf(next());
    }

    /** How many filings wait for a session. */
    @Transactional
    public long countWaiting() {
        return cases.count("state in ?1", CaseState.FOR_SESSION);
    }

    /**
     * @throws RuleViolation {@code session-open} while another is open; as the constructor of {@link JointSession}
     */
    @Transactional
    public JointSession convene(Actor actor, LocalDate day, String place) {
        Examiner by = examiner(actor);
        open().ifPresent(other -> {
            throw new RuleViolation(
                    "session-open", "第 " + other.number() + " 批的会议（" + other.heldOn() + "）还没有结束，结束后才能召集下一次。");
        });
        var session = new JointSession(next(), day, place, config.validityYears(), by, Moment.of(clock));
        entities.persist(session);
        trail.convened(session);
        notices.convened(session, agenda(session));
        return session;
    }

    static Examiner examiner(Actor actor) {
        City city = actor.city().filter(it -> actor.may(Action.HOLD_SESSION)).orElseThrow(() -> new NotFound("联席会议"));
        return new Examiner(Person.of(actor), city, String.valueOf(actor.organization()));
    }

    /** While it is open, all that waits for a session; once it is closed, what was decided in it. */
    @Transactional
    public List<AgendaItem> agenda(JointSession session) {
        Map<String, List<SessionPosition>> positions = positions(session.number());
        Map<String, List<SessionDecision>> decisions = decisions(session.number());
        Stream<RecognitionCase> of = session.isClosed()
                ? decisions.keySet().stream().sorted().map(cases::findById)
                : cases.list("state in ?1 order by state desc, code", CaseState.FOR_SESSION).stream();
        return of.map(it -> new AgendaItem(
                        it,
                        positions.getOrDefault(it.code(), List.of()),
                        decisions.getOrDefault(it.code(), List.of()).stream().reduce((first, later) -> later)))
                .toList();
    }

    private Map<String, List<SessionPosition>> positions(int session) {
        return entities.createQuery("from SessionPosition where sessionNumber = ?1 order by id", SessionPosition.class)
                .setParameter(1, session)
                .getResultStream()
                .collect(groupingBy(SessionPosition::caseCode));
    }

    private Map<String, List<SessionDecision>> decisions(int session) {
        return entities.createQuery(
                        "from SessionDecision where sessionNumber = ?1 order by revision", SessionDecision.class)
                .setParameter(1, session)
                .getResultStream()
                .collect(groupingBy(SessionDecision::caseCode));
    }

    /**
     * A city that has not accepted in writing says what it thinks, once.
     *
     * @throws RuleViolation {@code session-state}, {@code already-answered}, {@code own-filing}; {@code bad-verdict} for a refusal without
     *     its reason
     */
    @Transactional
    public void takePosition(Actor actor, int number, String code, boolean accepts, String note) {
        Examiner by = examiner(actor);
        Moment now = Moment.of(clock);
        JointSession session = inSession(number, now);
        AgendaItem item = item(session, code);
        item.of().requireImpartial(by);
        if (item.isAcceptedBy(by.city()) || item.position(by.city()).isPresent()) {
            throw new RuleViolation("already-answered", by.city().label() + "市对这份申报已经表态，您这次的表态没有生效。");
        }
        requireReason(!accepts, note, "不同意时请写明事实和依据。");
        entities.persist(new SessionPosition(number, code, accepts, note, by, now.at()));
        trail.positioned(session, item.of(), by.city(), accepts, note);
    }

    /**
     * Decides one or several at once; all or none.
     *
     * @param seen by filing, the revision of the decision that was seen; 0 for none
     * @throws RuleViolation {@code already-decided} when somebody decided since; {@code not-accepted} to recognise what not all three
     *     cities have accepted, or to refuse what they have; {@code session-state}, {@code own-filing}, {@code bad-decision}
     */
    @Transactional
    public void decide(Actor actor, int number, Map<String, Integer> seen, Outcome outcome, String note) {
        Examiner by = examiner(actor);
        Moment now = Moment.of(clock);
        JointSession session = inSession(number, now);
        if (seen.isEmpty()) {
            throw new RuleViolation("bad-decision", "请先勾选要决定的申报。");
        }
        requireReason(outcome != Outcome.RECOGNISE, note, "不予互认或延后时请写明理由，企业看得到。");
        seen.forEach((code, revision) -> decide(session, item(session, code), revision, outcome, note, by, now));
    }

    private void decide(
            JointSession session, AgendaItem item, int seen, Outcome outcome, String note, Examiner by, Moment now) {
        RecognitionCase of = item.of();
        of.requireImpartial(by);
        if (item.revision() != seen) {
            String said = item.decision()
                    .map(it -> it.city().label() + "市" + it.by().name())
                    .orElse("别人");
            throw new RuleViolation("already-decided", of.code() + " 在您查看以后已由" + said + "作出决定，您这次的决定没有生效。请看新的情况。");
        }
        if (outcome == Outcome.RECOGNISE && !item.isAcceptedByAll()) {
            throw new RuleViolation("not-accepted", of.code() + " 还没有三市都同意：" + missing(item) + "。沉默不算同意，请先由该市表态。");
        }
        if (outcome == Outcome.RECOGNISE) {
            revoker.requireNotRevoking(of);
        }
        if (outcome == Outcome.REFUSE && item.isAcceptedByAll()) {
            throw new RuleViolation("not-accepted", of.code() + " 三市都已同意，不能不予互认；有新情况的请延后。");
        }
        var decision = new SessionDecision(session.number(), of.code(), seen + 1, outcome, note, by, now.at());
        entities.persist(decision);
        trail.decided(session, of, decision);
    }

    private static String missing(AgendaItem item) {
        return Stream.of(City.values())
                .filter(it -> !item.isAcceptedBy(it))
                .map(it -> it.label() + "市")
                .collect(joining("、"));
    }

    private static void requireReason(boolean needed, String note, String detail) {
        if ((needed && note.isBlank()) || note.length() > LONGEST_NOTE) {
            throw new RuleViolation("bad-decision", note.isBlank() ? detail : "说明最多 " + LONGEST_NOTE + " 字。");
        }
    }

    /**
     * The session, for nobody else to change until the transaction ends.
     *
     * @throws RuleViolation {@code session-state} when it is not held now
     */
    JointSession inSession(int number, Moment now) {
        JointSession session = Optional.ofNullable(
                        entities.find(JointSession.class, number, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> notFound(number));
        session.requireInSession(now.day());
        return session;
    }

    private AgendaItem item(JointSession session, String code) {
        return agenda(session).stream()
                .filter(it -> it.of().code().equals(code))
                .findFirst()
                .orElseThrow(() -> new RuleViolation("recognition-state", "申报 " + code + " 不在本次会议的议程上，可能已被企业撤回。"));
    }

    /**
     * Closes the session: makes the batch, writes its products into the catalogue and ends the filings that were decided, all or nothing.
     *
     * @throws RuleViolation {@code undecided} while a filing or revocation of the agenda has no decision; {@code not-host}, {@code session-state},
     *     {@code own-filing}
     */
    @Transactional
    public void close(Actor actor, int number) {
        Examiner by = examiner(actor);
        Moment now = Moment.of(clock);
        JointSession session = inSession(number, now);
        List<AgendaItem> agenda = agenda(session);
        agenda.forEach(it -> entities.refresh(it.of(), LockModeType.PESSIMISTIC_WRITE));
        List<AgendaItem> decided =
                agenda.stream().filter(it -> it.of().state().isForSession()).toList();
        String open = decided.stream()
                .filter(it -> it.decision().isEmpty())
                .map(it -> it.of().code())
                .collect(joining("、"));
        if (!open.isEmpty()) {
            throw new RuleViolation("undecided", "还有申报没有决定：" + open + "。今天定不下来的请选“延后”。");
        }
        List<RevocationItem> revocations = revoker.decided(session, now);
        Batch batch = session.close(by, now);
        entities.persist(batch);
        decided.forEach(it -> end(it, batch, by, now));
        revocations.forEach(it -> revoker.end(it, session, now));
        trail.closed(session, batch, decided);
        notices.closed(
                batch,
                decided.stream()
                        .filter(it -> it.of().state() == CaseState.RECOGNISED)
                        .count());
    }

    private void end(AgendaItem item, Batch batch, Examiner by, Moment now) {
        RecognitionCase of = item.of();
        Outcome outcome = item.decision().orElseThrow().outcome();
        CaseState before = of.state();
        if (outcome == Outcome.POSTPONE) {
            return;
        }
        of.requireImpartial(by);
        if (outcome == Outcome.RECOGNISE) {
            revoker.requireNotRevoking(of);
            of.recognise(item, batches.write(of, batch, now));
        } else {
            of.refuse(item);
        }
        trail.ended(of, before, batch, item.decision().flatMap(SessionDecision::note));
        changes.fire(new RecognitionChanged(
                of.code(),
                outcome == Outcome.RECOGNISE ? RecognitionChanged.What.RECOGNISED : RecognitionChanged.What.REFUSED,
                null));
    }

    /** What a session that is closed decided last of a filing. */
    @Transactional
    public Optional<SessionDecision> outcome(String code) {
        return entities.createQuery("""
                        from SessionDecision decision where caseCode = ?1 and exists (
                            from JointSession where number = decision.sessionNumber and state = CLOSED)
                        order by sessionNumber desc, revision desc""", SessionDecision.class)
                .setParameter(1, code)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The batch of that number, once it is made. */
    @Transactional
    public Optional<Batch> batch(int number) {
        return Optional.ofNullable(entities.find(Batch.class, number));
    }

    /** The products of a batch that a session has closed: filings with what became of them. */
    @Transactional
    public List<StandingEvent> recognised(int batch) {
        return entities.createQuery("from StandingEvent where batch = ?1 order by productCode", StandingEvent.class)
                .setParameter(1, batch)
                .getResultList();
    }
}
