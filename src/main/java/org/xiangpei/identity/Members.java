package org.xiangpei.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

/** Who acts for which organisation now. */
@ApplicationScoped
public class Members implements PanacheRepository<Membership> {

    private static final String NOW =
            "from Membership m join fetch m.account a join fetch m.organization where m.until is null";

    private final SignInConfig config;

    Members(SignInConfig config) {
        this.config = config;
    }

    /** While account and organisation are open. */
    private Optional<Membership> findActing(Account account) {
        return findCurrent(account)
                .filter(it -> account.isActive() && it.organization().isActive());
    }

    Optional<Membership> findCurrent(Account account) {
        return findCurrent(account.id());
    }

    Optional<Membership> findCurrent(long account) {
        return find(NOW + " and a.id = ?1", account).firstResultOptional();
    }

    Optional<Membership> findCurrent(String login) {
        return find(NOW + " and a.login = ?1", login).firstResultOptional();
    }

    /** The code of the organisation that the person acts for, read without the membership, which may change until it is locked. */
    Optional<String> findOrganization(String login) {
        return organization("m.account.login = ?1", login);
    }

    Optional<String> findOrganization(long account) {
        return organization("m.account.id = ?1", account);
    }

    private Optional<String> organization(String ofWhom, Object person) {
        return getEntityManager()
                .createQuery(
                        "select m.organization.code from Membership m where m.until is null and " + ofWhom,
                        String.class)
                .setParameter(1, person)
                .getResultStream()
                .findFirst();
    }

    /** Everybody who acts for the organisation now, by name. */
    List<Membership> of(Organization organization) {
        return list(NOW + " and m.organization = ?1 order by a.name, a.login", organization);
    }

    /** The same, by its code. */
    List<Membership> ofOrganization(String code) {
        return list(NOW + " and m.organization.code = ?1 order by a.name, a.login", code);
    }

    /** Who has asked for a new password after that time, the latest first. */
    List<Membership> askingSince(Instant earliest) {
        return list(NOW + " and a.resetAskedAt > ?1 order by a.resetAskedAt desc", earliest);
    }

    /** The person of the membership, whatever is left to do before more is allowed. */
    static Actor member(Membership membership) {
        Account account = membership.account();
        Organization organization = membership.organization();
        return Actor.member(
                account.login(),
                account.name(),
                organization.code(),
                organization.name(),
                organization.city(),
                membership.roles());
    }

    /** Who holds a session; empty when the person no longer acts for anybody. */
    Optional<Actor> findActor(SignInSession session) {
        return findActing(session.account())
                .map(it -> actor(it, Due.first(session.account(), session.hasSecondFactor(), needsSecondFactor(it))));
    }

    /** In whose name a program acts: a second factor is for people. */
    Optional<Actor> findActor(AccessToken token) {
        return findActing(token.account()).map(it -> actor(it, Due.first(token.account(), true, false)));
    }

    boolean needsSecondFactor(Account account) {
        return findCurrent(account).filter(this::needsSecondFactor).isPresent();
    }

    private boolean needsSecondFactor(Membership membership) {
        return config.secondFactor().appliesTo(membership.organization());
    }

    /** Who has something due may only do that. */
    private static Actor actor(Membership membership, Optional<Due> due) {
        Account account = membership.account();
        return due.map(it -> Actor.entering(account.login(), account.name(), it))
                .orElseGet(() -> member(membership));
    }
}
