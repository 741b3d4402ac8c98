package org.xiangpei.identity;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import org.xiangpei.shared.NotFound;

/** The people who can sign in. */
@ApplicationScoped
public class Accounts implements PanacheRepository<Account> {

    /** Logins differ by more than case and spaces around. */
    static String normal(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    /** Somebody who may sign in: the account is open, and there is an organisation to act for. */
    @Transactional
    Optional<Account> usable(String login) {
        return find("""
                        from Account a where a.login = ?1 and a.active and exists (
                          from Membership m where m.account = a and m.until is null and m.organization.active)""", normal(login)).firstResultOptional();
    }

    /**
     * Notes that the person forgot the password.
     *
     * @param forgotten a wish from before is as good as none
     * @param mailed the same for who has a confirmed address
     * @return whether there is such a person who can sign in, and no wish that still waits
     */
    boolean askReset(String login, Instant now, Instant forgotten, Instant mailed) {
        return login.indexOf('\0') < 0 && update("""
                        update Account a set a.resetAskedAt = ?1
                        where a.login = ?2 and a.active and a.issuer is null and exists (
                          from Membership m where m.account = a and m.until is null and m.organization.active)
                        and (a.resetAskedAt is null or a.resetAskedAt < ?3 or a.emailConfirmedAt is not null and a.resetAskedAt < ?4)""", now, normal(login), forgotten, mailed) > 0;
    }

    void answerReset(Account account) {
        update("resetAskedAt = null where id = ?1", account.id());
    }

    Optional<Account> findBySubject(String issuer, String subject) {
        return find("issuer = ?1 and subject = ?2", issuer, subject).firstResultOptional();
    }

    Optional<Account> findByLogin(String login) {
        return find("login", normal(login)).firstResultOptional();
    }

    /** @throws NotFound when the account is gone */
    Account get(Actor actor) {
        return findByLogin(actor.login()).orElseThrow(() -> new NotFound("账号"));
    }

    /** Until the end of the transaction nobody else changes it: of two who give the same code, the second sees that it was used. */
    Account lock(Actor actor) {
        return find("login", actor.login())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("账号"));
    }
}
