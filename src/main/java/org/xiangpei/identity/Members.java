package org.xiangpei.identity;

import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

/** Who acts for which organisation now. */
@ApplicationScoped
public class Members implements PanacheRepository<Membership> {

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
        return find("account = ?1 and until is null", account).firstResultOptional();
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
                .orElseGet(() -> member(account, membership.organization(), membership.roles()));
    }

    private static Actor member(Account account, Organization organization, Set<Role> roles) {
        return Actor.member(
                account.login(), account.name(), organization.code(), organization.name(), organization.city(), roles);
    }
}
