package org.xiangpei.registration;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Reach;
import org.xiangpei.shared.City;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.Page;

/** All registrations. */
@ApplicationScoped
class Registrations implements PanacheRepositoryBase<Registration, String> {

    private static final List<RegistrationState> OPEN =
            List.of(RegistrationState.SUBMITTED, RegistrationState.RETURNED);

    /** The one that who registered asks for; empty when receipt and code are not of one registration. */
    Optional<Registration> findOwn(Key key) {
        return find("receipt = ?1 and applicant.uscc = ?2", key.receipt(), key.uscc())
                .firstResultOptional();
    }

    /** Somebody else's that is not decided yet and has the same code. */
    boolean isBeingRegistered(String uscc, String besides) {
        return count("applicant.uscc = ?1 and state in ?2 and receipt <> ?3", uscc, OPEN, besides) > 0;
    }

    /** Somebody else's that is not decided yet and wants the same login. */
    boolean isLoginWanted(String login, String besides) {
        return count("contact.login = ?1 and state in ?2 and receipt <> ?3", login, OPEN, besides) > 0;
    }

    /**
     * One that the actor may vet.
     *
     * @throws NotFound when there is none, or another city's: receipts must not be found by trying
     */
    Registration get(Actor actor, String receipt) {
        return visible(actor, receipt, LockModeType.NONE);
    }

    /** The same, for nobody else to decide until the transaction ends. */
    Registration getToDecide(Actor actor, String receipt) {
        return visible(actor, receipt, LockModeType.PESSIMISTIC_WRITE);
    }

    private Registration visible(Actor actor, String receipt, LockModeType lock) {
        return findByIdOptional(receipt, lock)
                .filter(it -> actor.may(Action.VET_REGISTRATIONS, null, it.city()))
                .orElseThrow(() -> new NotFound("登记 " + receipt + " "));
    }

    /** Those that the actor may vet: what waits first, by city and the oldest first; then what was decided, the newest first. */
    Page<Registration> page(Actor actor, int page, int size) {
        boolean all =
                actor.reach(Action.VET_REGISTRATIONS).filter(Reach.ALL::equals).isPresent();
        City own = actor.city().orElse(null);
        var found = find("""
                ?1 = true or city = ?2
                order by case when state = ?3 then 0 when state = ?4 then 1 else 2 end,
                  case when state = ?3 then city end, case when state = ?3 then submittedAt end, decidedAt desc, receipt""", all, own, RegistrationState.SUBMITTED, RegistrationState.RETURNED);
        return new Page<>(page, size, found.count(), found.page(page - 1, size).list());
    }

    /** How many of those wait for a decision. */
    long countWaiting(Actor actor) {
        boolean all =
                actor.reach(Action.VET_REGISTRATIONS).filter(Reach.ALL::equals).isPresent();
        return count(
                "state = ?1 and (?2 = true or city = ?3)",
                RegistrationState.SUBMITTED,
                all,
                actor.city().orElse(null));
    }
}
