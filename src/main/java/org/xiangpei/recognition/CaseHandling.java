package org.xiangpei.recognition;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Audience;
import org.xiangpei.identity.Coworkers;
import org.xiangpei.identity.Coworkers.Coworker;
import org.xiangpei.identity.Notice;
import org.xiangpei.identity.NoticeKind;
import org.xiangpei.identity.Notices;
import org.xiangpei.identity.Role;
import org.xiangpei.shared.City;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

/** How the people of one bureau share their cases: who looks after which, and what they note for one another. */
@ApplicationScoped
public class CaseHandling {

    private final EntityManager entities;
    private final Cases cases;
    private final Coworkers coworkers;
    private final CaseTrail trail;
    private final Notices notices;
    private final Clock clock;

    CaseHandling(
            EntityManager entities, Cases cases, Coworkers coworkers, CaseTrail trail, Notices notices, Clock clock) {
        this.entities = entities;
        this.cases = cases;
        this.coworkers = coworkers;
        this.trail = trail;
        this.notices = notices;
        this.clock = clock;
    }

    private static Optional<City> bureau(Actor actor) {
        return actor.may(Action.ANSWER_FILINGS) ? actor.city() : Optional.empty();
    }

    /** Whom the actor can hand a case to; nobody for who is of no bureau. */
    @Transactional
    public List<Coworker> colleagues(Actor actor) {
        return bureau(actor).isPresent() ? coworkers.of(actor, Role.BUREAU) : List.of();
    }

    /** Who looks after a case in the actor's bureau. */
    @Transactional
    public Optional<CaseHandler> handler(Actor actor, RecognitionCase of) {
        return bureau(actor).map(city -> entities.find(CaseHandler.class, new CaseHandler.Key(of.code(), city)));
    }

    /** The same of many, by the code of the case. */
    @Transactional
    public Map<String, CaseHandler> handlers(Actor actor, Collection<String> codes) {
        return bureau(actor)
                .map(city -> entities.createQuery(
                                "from CaseHandler where key.city = ?1 and key.caseCode in ?2", CaseHandler.class)
                        .setParameter(1, city)
                        .setParameter(2, codes)
                        .getResultStream()
                        .collect(toMap(it -> it.key().caseCode(), identity())))
                .orElse(Map.of());
    }

    /**
     * Hands a case to a colleague, or to oneself; the former handler learns it from the page.
     *
     * @param login empty for nobody
     * @throws RuleViolation {@code bad-handler} for who is not of the bureau; {@code own-filing} for who had a hand in it
     * @throws NotFound when the actor may not know of the case
     */
    @Transactional
    public void give(Actor actor, String code, String login) {
        RecognitionCase of = cases.getSentToAnswer(actor, code);
        City city = bureau(actor).orElseThrow(() -> new NotFound("申报 " + code + " "));
        var key = new CaseHandler.Key(code, city);
        Optional<CaseHandler> known = Optional.ofNullable(entities.find(CaseHandler.class, key));
        Optional<Person> before = known.map(CaseHandler::handler);
        Optional<Person> after = login.isEmpty() ? Optional.empty() : Optional.of(impartial(actor, of, city, login));
        if (before.equals(after)) {
            return;
        }
        after.ifPresentOrElse(
                person -> write(key, known, person, Person.of(actor)), () -> known.ifPresent(entities::remove));
        trail.handed(of, city, before, after);
        after.filter(it -> !it.login().equals(actor.login())).ifPresent(it -> tell(actor, of, it));
    }

    private Person impartial(Actor actor, RecognitionCase of, City city, String login) {
        Person person = colleagues(actor).stream()
                .filter(it -> it.login().equals(login))
                .findFirst()
                .map(it -> new Person(it.login(), it.name()))
                .orElseThrow(() -> new RuleViolation("bad-handler", "请选择本局的一位工作人员。"));
        if (of.isPartial(new Examiner(person, city, String.valueOf(actor.organization())))) {
            throw new RuleViolation("own-filing", person.name() + "曾为这份申报办理过企业一方或另一市的手续，不能经办。请交给本局其他人员。");
        }
        return person;
    }

    private void write(CaseHandler.Key key, Optional<CaseHandler> known, Person handler, Person by) {
        known.ifPresentOrElse(
                it -> it.give(handler, by, clock.instant()),
                () -> entities.persist(new CaseHandler(key, handler, by, clock.instant())));
    }

    private void tell(Actor actor, RecognitionCase of, Person handler) {
        notices.tell(
                Audience.account(handler.login()),
                new Notice(
                        NoticeKind.RECOGNITION_WAITING,
                        "recognition_case",
                        of.code(),
                        "交您经办：" + of.filed().orElseThrow().statement().name(),
                        actor.name() + "请您经办这份申报。"
                                + of.dueOn().map(day -> "答复期限 " + day + "。").orElse(""),
                        "/examinations/" + of.code()));
    }

    /** What the actor's bureau noted, the first first; nothing for everybody else. */
    @Transactional
    public List<CaseNote> notes(Actor actor, RecognitionCase of) {
        return bureau(actor)
                .map(city -> entities.createQuery(
                                "from CaseNote where caseCode = ?1 and city = ?2 order by id", CaseNote.class)
                        .setParameter(1, of.code())
                        .setParameter(2, city)
                        .getResultList())
                .orElse(List.of());
    }

    /**
     * Notes something for the own bureau.
     *
     * @throws RuleViolation {@code bad-note}
     * @throws NotFound when the actor may not know of the case
     */
    @Transactional
    public void note(Actor actor, String code, String text) {
        RecognitionCase of = cases.getSent(actor, code);
        City city = bureau(actor).orElseThrow(() -> new NotFound("申报 " + code + " "));
        entities.persist(new CaseNote(code, city, text, Person.of(actor), clock.instant()));
        trail.noted(of, city);
    }
}
