package org.xiangpei.identity;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

/** Who acts for which organisation now. */
@ApplicationScoped
public class Members implements PanacheRepository<Membership> {

    Optional<Membership> findCurrent(Account account) {
        return find("account = ?1 and until is null", account).firstResultOptional();
    }

    /** A person whose password was set by another may only choose a new one. */
    static Actor actor(Membership membership) {
        Account account = membership.account();
        Organization organization = membership.organization();
        return account.mustChangePassword()
                ? Actor.entering(account.login(), account.name())
                : Actor.member(
                        account.login(),
                        account.name(),
                        organization.code(),
                        organization.name(),
                        organization.city(),
                        membership.roles());
    }
}
