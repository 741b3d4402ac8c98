package org.xiangpei.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;

/** The people of an organisation, as its administrator keeps them. */
@ApplicationScoped
public class Colleagues {

    private final ManagedOrganizations organizations;
    private final Members members;
    private final Departures departures;
    private final MemberTrail trail;
    private final MemberNews news;

    Colleagues(
            ManagedOrganizations organizations,
            Members members,
            Departures departures,
            MemberTrail trail,
            MemberNews news) {
        this.organizations = organizations;
        this.members = members;
        this.departures = departures;
        this.trail = trail;
        this.news = news;
    }

    /** @throws NotFound for an organisation that is not theirs to manage */
    @Transactional
    public List<Membership> of(Actor actor, String organization) {
        return members.of(organizations.get(actor, organization));
    }

    /** @throws NotFound for somebody who acts for no organisation that is theirs to manage */
    @Transactional
    public Membership get(Actor actor, long account) {
        return members.findCurrent(account)
                .filter(it -> actor.may(
                        Action.MANAGE_MEMBERS,
                        it.organization().code(),
                        it.organization().city()))
                .orElseThrow(Colleagues::unknown);
    }

    /**
     * @throws NotFound as {@link #get}
     * @throws RuleViolation {@code role-not-possible}, {@code last-administrator}, or {@code own-membership} for giving up the own
     *     administration
     */
    @Transactional
    public void changeRoles(Actor actor, long account, Set<Role> roles) {
        Membership membership = locked(actor, account);
        Set<Role> before = membership.roles();
        if (before.equals(roles)) {
            return;
        }
        if (before.contains(Role.ADMINISTRATOR) && !roles.contains(Role.ADMINISTRATOR)) {
            requireAnother(actor, membership, "不能取消自己的管理员角色，请另一位管理员来改。");
            departures.requireAnotherAdministrator(membership);
        }
        membership.giveRoles(roles);
        trail.gaveRoles(membership, before);
        news.gaveRoles(membership);
    }

    /**
     * The person can no longer sign in, nor can programs in the person's name.
     *
     * @throws NotFound as {@link #get}
     * @throws RuleViolation {@code last-administrator}, or {@code own-membership}
     */
    @Transactional
    public void remove(Actor actor, long account) {
        Membership membership = locked(actor, account);
        requireAnother(actor, membership, "不能移出自己，请另一位管理员来做。");
        departures.leave(membership, Optional.empty());
        trail.removed(membership);
        news.removed(membership);
    }

    private Membership locked(Actor actor, long account) {
        String organization = members.findOrganization(account).orElseThrow(Colleagues::unknown);
        Organization locked = organizations.locked(actor, organization);
        return members.findCurrent(account)
                .filter(it -> it.organization().equals(locked))
                .orElseThrow(Colleagues::unknown);
    }

    private static void requireAnother(Actor actor, Membership membership, String otherwise) {
        if (membership.account().login().equals(actor.login())) {
            throw new RuleViolation("own-membership", otherwise);
        }
    }

    private static NotFound unknown() {
        return new NotFound("这位人员");
    }
}
