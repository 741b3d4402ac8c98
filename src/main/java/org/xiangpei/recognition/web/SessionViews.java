package org.xiangpei.recognition.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Organizations;
import org.xiangpei.recognition.AgendaItem;
import org.xiangpei.recognition.CaseState;
import org.xiangpei.recognition.Disagreement;
import org.xiangpei.recognition.Filing;
import org.xiangpei.recognition.JointSession;
import org.xiangpei.recognition.JointSessions;
import org.xiangpei.recognition.Outcome;
import org.xiangpei.recognition.RecognitionCase;
import org.xiangpei.recognition.SessionCalendar;
import org.xiangpei.recognition.SessionChange;
import org.xiangpei.recognition.SessionDecision;
import org.xiangpei.recognition.SessionPosition;
import org.xiangpei.recognition.Verdict;
import org.xiangpei.recognition.web.FilingView.Fact;
import org.xiangpei.recognition.web.SessionView.Changing;
import org.xiangpei.recognition.web.SessionView.Decision;
import org.xiangpei.recognition.web.SessionView.Item;
import org.xiangpei.recognition.web.SessionView.Position;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.RuleViolation;

/** Puts joint sessions into words. */
@ApplicationScoped
class SessionViews {

    private final JointSessions sessions;
    private final SessionCalendar calendar;
    private final Organizations organizations;
    private final RevocationViews revocations;
    private final Words words;

    SessionViews(
            JointSessions sessions,
            SessionCalendar calendar,
            Organizations organizations,
            RevocationViews revocations,
            Words words) {
        this.sessions = sessions;
        this.calendar = calendar;
        this.organizations = organizations;
        this.revocations = revocations;
        this.words = words;
    }

    /** @param refused why the session was not convened; null for none */
    @Transactional
    SessionListView list(Actor actor, @Nullable RuleViolation refused, String day, String place) {
        var open = sessions.open();
        City host = sessions.nextHost();
        boolean ours = actor.may(Action.HOLD_SESSION)
                && actor.city().filter(host::equals).isPresent();
        return new SessionListView(
                sessions.countWaiting(),
                open.isEmpty() && ours,
                open.map(it -> "第 " + it.number() + " 批的会议（" + it.heldOn() + "）还没有结束，结束后由" + Words.bureau(host)
                                + "召集下一次。")
                        .orElse("下一次是第 " + sessions.next() + " 批，轮到" + Words.bureau(host) + "召集。"),
                words.today().toString(),
                day.isEmpty() ? words.today().toString() : day,
                place,
                refused == null ? null : refused.detail(),
                sessions.list().stream().map(this::row).toList(),
                calendar.listCalledOff().stream().map(this::calledOff).toList());
    }

    private SessionListView.CalledOff calledOff(SessionChange it) {
        return new SessionListView.CalledOff(
                it.session(),
                Words.bureau(it.host()),
                it.heldOn().toString(),
                it.place(),
                it.reason(),
                it.by().name() + "，" + words.time(it.at()));
    }

    private SessionListView.Row row(JointSession session) {
        return new SessionListView.Row(
                session.number(),
                Words.bureau(session.host()),
                session.heldOn().toString(),
                session.place(),
                Labels.of(session.state()),
                tone(session),
                session.isClosed() ? sessions.recognised(session.number()).size() + " 个产品" : "");
    }

    private static String tone(JointSession session) {
        return session.isClosed() ? "pass" : "documented";
    }

    /** What was typed into one of the forms of a session before it was refused. */
    record Typed(String note, String day, String place, String reason) {
        static final Typed NOTHING = new Typed("", "", "", "");

        static Typed note(String note) {
            return new Typed(note, "", "", "");
        }
    }

    /** @param refused why what was just done does not count; null for none */
    @Transactional
    SessionView one(Actor actor, int number, @Nullable RuleViolation refused, Typed typed) {
        JointSession session = sessions.get(number);
        List<AgendaItem> agenda = sessions.agenda(session);
        List<SessionView.Revoking> revoking = revocations.agenda(session);
        boolean begun = !words.today().isBefore(session.heldOn());
        boolean acting = actor.may(Action.HOLD_SESSION) && !session.isClosed() && begun;
        return new SessionView(
                number,
                Labels.of(session.state()),
                tone(session),
                session.isClosed(),
                facts(session, agenda, revoking),
                agenda.stream().map(it -> item(actor, it, acting)).toList(),
                acting,
                acting && actor.city().filter(session.host()::equals).isPresent(),
                agenda.stream().filter(it -> it.decision().isEmpty()).count()
                        + revoking.stream()
                                .filter(it -> it.decision().isEmpty())
                                .count(),
                begun ? "结束会议由" + Words.bureau(session.host()) + "办理。" : "会议在 " + session.heldOn() + " 举行，到那天才能表态和决定。",
                changing(actor, session, agenda, revoking, typed),
                refused == null ? null : refused.detail(),
                typed.note(),
                agenda.stream()
                        .map(AgendaItem::of)
                        .filter(it -> session.isClosed() && it.state() == CaseState.RECOGNISED)
                        .filter(it -> it.kind().givesTerm())
                        .map(it -> new SessionView.Product(it.productCode().orElse(""), named(it), firm(it), it.code()))
                        .toList(),
                revoking);
    }

    private @Nullable Changing changing(
            Actor actor,
            JointSession session,
            List<AgendaItem> agenda,
            List<SessionView.Revoking> revoking,
            Typed typed) {
        boolean host = actor.may(Action.HOLD_SESSION)
                && actor.city().filter(session.host()::equals).isPresent();
        return session.isClosed() || !host
                ? null
                : new Changing(
                        words.today().toString(),
                        typed.day().isEmpty() ? session.heldOn().toString() : typed.day(),
                        typed.place().isEmpty() ? session.place() : typed.place(),
                        typed.reason(),
                        revoking.stream().anyMatch(SessionView.Revoking::begun)
                                || agenda.stream()
                                        .anyMatch(it -> it.decision().isPresent()
                                                || !it.positions().isEmpty()));
    }

    private List<Fact> facts(JointSession session, List<AgendaItem> agenda, List<SessionView.Revoking> revoking) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("主办", Words.bureau(session.host())));
        facts.add(new Fact("日期", session.heldOn().toString()));
        facts.add(new Fact("地点", session.place()));
        facts.add(new Fact("召集", session.convenedBy().name() + "，" + words.time(session.convenedAt())));
        calendar.moves(session)
                .forEach(it -> facts.add(new Fact(
                        "改期",
                        "原定 " + it.heldOn() + "，" + it.place() + "。" + it.reason() + "（"
                                + it.by().name() + "，" + words.time(it.at()) + "）")));
        facts.add(new Fact("议程", agenda.size() + " 份申报" + (revoking.isEmpty() ? "" : "，" + revoking.size() + " 件撤销")));
        session.closedAt()
                .ifPresentOrElse(
                        at -> facts.add(
                                new Fact("结束", session.closedBy().orElseThrow().name() + "，" + words.time(at))),
                        () -> facts.add(new Fact("本批有效期", session.validityYears() + " 年，从会议结束之日起")));
        sessions.batch(session.number())
                .ifPresent(it -> facts.add(new Fact(
                        "本批有效期", it.validity().from() + " 至 " + it.validity().until())));
        return facts;
    }

    private Item item(Actor actor, AgendaItem item, boolean acting) {
        RecognitionCase of = item.of();
        return new Item(
                of.code(),
                of.code() + "." + item.revision(),
                named(of),
                Words.kind(of).isEmpty() ? firm(of) : Words.kind(of) + "申报 · " + firm(of),
                of.applicant().homeCity().label(),
                why(of),
                Stream.of(City.values()).map(city -> position(item, city)).toList(),
                item.isAcceptedByAll(),
                acting && actor.city().filter(item.unheard()::contains).isPresent(),
                item.decision().map(this::decision).orElse(null));
    }

    /** Why it is on the agenda; which cities are to be asked in the session. */
    private static String why(RecognitionCase of) {
        String why = Disagreement.of(of);
        return why.isEmpty() ? "三市都已书面同意" : why;
    }

    private static String named(RecognitionCase of) {
        return FilingViews.spoken(of.filed().map(Filing::statement).orElse(of.statement()));
    }

    private String firm(RecognitionCase of) {
        String code = of.applicant().organizationCode();
        return organizations.findByIdOptional(code).map(Organization::name).orElse(code);
    }

    private Position position(AgendaItem item, City city) {
        return item.position(city)
                .map(this::inSession)
                .or(() -> item.of().answerOf(city).map(this::inWriting))
                .orElse(unheard(item.of(), city));
    }

    /** What the home city is against is not put to the others: they were not silent. */
    private static Position unheard(RecognitionCase of, City city) {
        return of.silent().contains(city)
                ? new Position(
                        city.label(),
                        "期限内没有答复",
                        "unknown",
                        null,
                        of.formerDueOn().map(day -> "期限 " + day).orElse(""))
                : new Position(city.label(), "没有审查", "unknown", null, "属地没有同意，未转该市");
    }

    private Position inSession(SessionPosition it) {
        return new Position(
                it.city().label(),
                it.accepts() ? "会上同意" : "会上不同意",
                it.accepts() ? "pass" : "fail",
                it.note().orElse(null),
                it.by().name() + "，" + words.time(it.at()));
    }

    private Position inWriting(Verdict it) {
        return new Position(
                it.city().label(),
                Labels.of(it.answer()),
                Words.tone(it.answer()),
                it.note().orElse(null),
                it.by().name() + "，" + words.time(it.at()));
    }

    private Decision decision(SessionDecision it) {
        return new Decision(
                Labels.of(it.outcome()),
                tone(it.outcome()),
                it.note().orElse(null),
                it.city().label() + "市" + it.by().name() + "，" + words.time(it.at()));
    }

    private static String tone(Outcome outcome) {
        return switch (outcome) {
            case RECOGNISE -> "pass";
            case REFUSE -> "fail";
            case POSTPONE -> "sample";
        };
    }
}
