package org.xiangpei.identity;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;

/** The organisations whose people somebody may invite, change and remove. */
@ApplicationScoped
public class ManagedOrganizations {

    private final EntityManager entities;
    private final Accounts accounts;
    private final Members members;

    ManagedOrganizations(EntityManager entities, Accounts accounts, Members members) {
        this.entities = entities;
        this.accounts = accounts;
        this.members = members;
    }

    /** @throws NotFound where there is none, and where it is not theirs to manage */
    @Transactional
    public Organization get(Actor actor, String code) {
        return Optional.ofNullable(entities.find(Organization.class, code))
                .filter(it -> manages(actor, it))
                .orElseThrow(() -> new NotFound("单位 " + code));
    }

    /**
     * The organisation, which until the end of the transaction nobody else can change the people of. Whether the actor may is asked anew
     * once the lock is held: of two administrators who remove each other, the second is none by then.
     *
     * <p>To be called before anything of its memberships is read.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Organization locked(Actor actor, String code) {
        Organization organization = lock(code);
        if (!manages(actor, organization)) {
            throw new NotFound("单位 " + code);
        }
        boolean still = accounts.usable(actor.login())
                .flatMap(members::findCurrent)
                .filter(it -> manages(Members.member(it), organization))
                .isPresent();
        if (!still) {
            throw new RuleViolation("not-permitted", "您刚刚被移出单位，或不再是管理员，所以这次没有执行。");
        }
        return organization;
    }

    /** @throws NotFound when there is no such organisation */
    @Transactional(Transactional.TxType.MANDATORY)
    Organization lock(String code) {
        return Optional.ofNullable(entities.find(Organization.class, code, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new NotFound("单位 " + code));
    }

    private static boolean manages(Actor actor, Organization organization) {
        return actor.may(Action.MANAGE_MEMBERS, organization.code(), organization.city());
    }
}
