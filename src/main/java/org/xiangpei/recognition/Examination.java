package org.xiangpei.recognition;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Secrets;
import org.xiangpei.shared.City;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.Page;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.documents.Document;

/** What the bureaus do with what was filed. */
@ApplicationScoped
public class Examination {

    private final Cases cases;
    private final CaseFiles files;
    private final CaseTrail trail;
    private final CaseTerms terms;
    private final Event<RecognitionChanged> changes;
    private final Clock clock;

    Examination(
            Cases cases,
            CaseFiles files,
            CaseTrail trail,
            CaseTerms terms,
            Event<RecognitionChanged> changes,
            Clock clock) {
        this.cases = cases;
        this.files = files;
        this.trail = trail;
        this.terms = terms;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * What the actor may read, those with a last day first.
     *
     * @param mine only what the actor looks after in the own bureau
     */
    @Transactional
    public Page<RecognitionCase> page(Actor actor, Set<CaseState> states, boolean mine, int page, int size) {
        return cases.pageSent(actor, states, mine, page, size);
    }

    /** What waits for the actor's city, by its last day; nothing for who answers for none. */
    @Transactional
    public List<RecognitionCase> listWaiting(Actor actor) {
        return actor.may(Action.ANSWER_FILINGS)
                ? actor.city().map(cases::listWaiting).orElse(List.of())
                : List.of();
    }

    /** @throws NotFound when there is none, or the actor may not know of it */
    @Transactional
    public RecognitionCase get(Actor actor, String code) {
        return cases.getSent(actor, code);
    }

    /**
     * The answers that the actor may read: another city's only as the rules of the case say; the operator all.
     */
    public List<Verdict> answersFor(Actor actor, RecognitionCase of) {
        return answeringCity(actor).map(of::answersFor).orElse(of.verdicts());
    }

    private static Optional<City> answeringCity(Actor actor) {
        return actor.may(Action.ANSWER_FILINGS) ? actor.city() : Optional.empty();
    }

    /** Whether the actor's city is asked now. */
    public boolean isAwaited(Actor actor, RecognitionCase of) {
        return answeringCity(actor)
                .filter(city -> of.awaited().contains(city)
                        && !of.isOverdue(Moment.of(clock).day()))
                .isPresent();
    }

    /** @throws NotFound as {@link #get}; for evidence of an answer that the actor may not read yet, too */
    @Transactional
    public Document file(Actor actor, String code, String id) {
        RecognitionCase of = cases.getSent(actor, code);
        return files.get(code, id, file -> isReadable(actor, of, file)).document();
    }

    private boolean isReadable(Actor actor, RecognitionCase of, CaseFile file) {
        return file.city().isEmpty()
                || answersFor(actor, of).stream()
                        .anyMatch(it -> it.evidence().filter(file.id()::equals).isPresent());
    }

    /**
     * Answers for the actor's city, once: of two who answer at the same instant both count when they are of two cities, and the second of
     * one city learns what the first has said.
     *
     * @param evidence a paper to the answer, with its name
     * @throws RuleViolation as {@link RecognitionCase#answer}
     * @throws NotFound as {@link #get}
     */
    @Transactional
    public void answer(Actor actor, String code, Opinion said, Optional<Evidence> evidence) {
        RecognitionCase of = cases.getSentToAnswer(actor, code);
        City city = answeringCity(actor).orElseThrow(() -> new NotFound("申报 " + code + " "));
        var examiner = new Examiner(Person.of(actor), city, String.valueOf(actor.organization()));
        CaseState before = of.state();
        Moment now = Moment.of(clock);
        Verdict verdict = of.answer(kept(of, said, evidence, examiner, now), examiner, now, terms.of(of));
        trail.answered(of, verdict, before);
        changes.fire(new RecognitionChanged(code, RecognitionChanged.What.ANSWERED, city));
    }

    private Opinion kept(RecognitionCase of, Opinion said, Optional<Evidence> evidence, Examiner by, Moment now) {
        return new Opinion(said.answer(), said.round(), said.reasons(), said.fields(), said.note(), evidence.map(it -> {
            var file = new CaseFile(
                    Secrets.random(), of.code(), by.city(), it.name(), it.document(), by.person(), now.at());
            files.persist(file);
            return file.id();
        }));
    }

    /** A paper with the name that its sender gave it. */
    public record Evidence(String name, Document document) {}
}
