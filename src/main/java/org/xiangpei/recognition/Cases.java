package org.xiangpei.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Reach;
import org.xiangpei.shared.City;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.Page;

/** All cases, each for those who may know of it. */
@ApplicationScoped
public class Cases implements PanacheRepositoryBase<RecognitionCase, String> {

    private static final String READABLE = """
            from RecognitionCase c
            where c.state <> ?1 and (?2 = true or c.applicant.homeCity = ?3 or c.sharedAt is not null) and c.state in ?4
                and (?5 = '' or exists (
                    from CaseHandler h where h.key.caseCode = c.code and h.key.city = ?3 and h.handlerLogin = ?5))
            order by c.dueOn nulls last, c.savedAt desc, c.code""";
    private static final String WAITING = """
            (state = ?1 and applicant.homeCity = ?2
              or state = ?3 and applicant.homeCity <> ?2
                and not exists (from Verdict v where v.of = c and v.round = c.round and v.city = ?2))""";

    /**
     * One of the own organisation's.
     *
     * @throws NotFound when there is none, or another organisation's: numbers must not be found by trying
     */
    RecognitionCase getOwn(Actor actor, String code) {
        return own(actor, code, LockModeType.NONE);
    }

    /** The same, for nobody else to change until the transaction ends. */
    RecognitionCase getOwnToChange(Actor actor, String code) {
        return own(actor, code, LockModeType.PESSIMISTIC_WRITE);
    }

    private RecognitionCase own(Actor actor, String code, LockModeType lock) {
        return findByIdOptional(code, lock)
                .filter(it -> actor.may(
                        Action.FILE_PRODUCTS,
                        it.applicant().organizationCode(),
                        Optional.of(it.applicant().homeCity())))
                .orElseThrow(() -> notFound(code));
    }

    /** The own organisation's, the newest first. */
    Page<RecognitionCase> pageOwn(Actor actor, int page, int size) {
        var found = find("applicant.organizationCode = ?1 order by savedAt desc, code", actor.organization());
        return new Page<>(page, size, found.count(), found.page(page - 1, size).list());
    }

    /** The own organisation's in some states, the newest first. */
    List<RecognitionCase> listOwn(Actor actor, List<CaseState> states) {
        return list(
                "applicant.organizationCode = ?1 and state in ?2 order by savedAt desc, code",
                actor.organization(),
                states);
    }

    /**
     * One that a bureau, or the operator, may read: of the own city once it is sent, of another when it is put to all three.
     *
     * @throws NotFound when there is none, or the actor may not know of it
     */
    RecognitionCase getSent(Actor actor, String code) {
        return sent(actor, code, LockModeType.NONE);
    }

    /** The same, for nobody else to answer or withdraw until the transaction ends. */
    RecognitionCase getSentToAnswer(Actor actor, String code) {
        return sent(actor, code, LockModeType.PESSIMISTIC_WRITE);
    }

    private RecognitionCase sent(Actor actor, String code, LockModeType lock) {
        return findByIdOptional(code, lock).filter(it -> isReadable(actor, it)).orElseThrow(() -> notFound(code));
    }

    static boolean isReadable(Actor actor, RecognitionCase it) {
        boolean ofActor =
                actor.may(Action.READ_FILINGS, null, Optional.of(it.applicant().homeCity()));
        boolean shared = it.sharedAt().isPresent() && actor.may(Action.READ_FILINGS);
        return it.state() != CaseState.DRAFT && (ofActor || shared);
    }

    /**
     * What the actor may read: what a bureau waits for first, by its last day; then the newest.
     *
     * @param mine only what the actor looks after in the own bureau
     */
    Page<RecognitionCase> pageSent(Actor actor, Set<CaseState> states, boolean mine, int page, int size) {
        boolean all = actor.reach(Action.READ_FILINGS).filter(Reach.ALL::equals).isPresent();
        var found = find(READABLE, CaseState.DRAFT, all, actor.city().orElse(null), states, mine ? actor.login() : "");
        return new Page<>(page, size, found.count(), found.page(page - 1, size).list());
    }

    /** Those that wait for a city's answer, by their last day. */
    List<RecognitionCase> listWaiting(City city) {
        return list(
                "from RecognitionCase c where " + WAITING + " order by dueOn, code",
                CaseState.FILED,
                city,
                CaseState.CIRCULATED);
    }

    /** Codes of those whose term ends on that day or before. */
    List<String> listDue(LocalDate day) {
        return getEntityManager()
                .createQuery("select code from RecognitionCase where dueOn <= :day order by dueOn, code", String.class)
                .setParameter("day", day)
                .getResultList();
    }

    /** For the service itself; nobody else changes it until the transaction ends. */
    Optional<RecognitionCase> findToFollow(String code) {
        return findByIdOptional(code, LockModeType.PESSIMISTIC_WRITE);
    }

    private static NotFound notFound(String code) {
        return new NotFound("申报 " + code + " ");
    }
}
