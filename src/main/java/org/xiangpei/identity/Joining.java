package org.xiangpei.identity;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;

/** How somebody who was invited comes to act for an organisation: with a new account, or moved with the one that is there. */
@ApplicationScoped
public class Joining {

    private final OneTimeLinks links;
    private final ManagedOrganizations organizations;
    private final Newcomers newcomers;
    private final Members members;
    private final Departures departures;
    private final MemberTrail trail;
    private final MemberNews news;
    private final Clock clock;

    Joining(
            OneTimeLinks links,
            ManagedOrganizations organizations,
            Newcomers newcomers,
            Members members,
            Departures departures,
            MemberTrail trail,
            MemberNews news,
            Clock clock) {
        this.links = links;
        this.organizations = organizations;
        this.newcomers = newcomers;
        this.members = members;
        this.departures = departures;
        this.trail = trail;
        this.news = news;
        this.clock = clock;
    }

    /**
     * The invitation, which stays good.
     *
     * @throws RuleViolation {@code link-unknown}, {@code link-used}, {@code link-expired} or {@code link-revoked}
     */
    @Transactional
    public OneTimeLink invitation(String token) {
        OneTimeLink link = links.get(token, LinkPurpose.INVITE);
        link.organization().name();
        return link;
    }

    /**
     * A new account by this invitation.
     *
     * @return the token of a session
     * @throws RuleViolation {@code bad-login}, {@code login-taken}, {@code weak-password}, with which the invitation stays good; or as
     *     {@link #invitation}
     */
    @Transactional
    public String join(String token, String login, String password, Client client) {
        newcomers.alone();
        OneTimeLink link = links.use(token, LinkPurpose.INVITE);
        Membership membership = newcomers.create(link, LoginName.checked(login), password);
        trail.joined(membership);
        news.joined(membership);
        return newcomers.signIn(membership, client);
    }

    /**
     * Somebody who is signed in acts for the organisation of the invitation from now on, and for the former one no more.
     *
     * @param session the token of the session, which goes on
     * @throws RuleViolation {@code last-administrator} of the former one, {@code already-member}, {@code moved-meanwhile}; or as
     *     {@link #invitation}
     */
    @Transactional
    public void move(String token, Actor actor, Optional<String> session) {
        OneTimeLink link = links.use(token, LinkPurpose.INVITE);
        Membership former = lockedMembership(actor);
        if (former.organization().equals(link.organization())) {
            throw new RuleViolation(
                    "already-member", "您已经是" + former.organization().name() + "的人员，不用再加入。");
        }
        departures.leave(former, session);
        var next = new Membership(former.account(), link.organization(), link.roles(), clock.instant());
        members.persist(next);
        trail.left(former);
        trail.joined(next);
        news.left(former);
        news.joined(next);
    }

    private Membership lockedMembership(Actor actor) {
        String organization =
                members.findOrganization(actor.login()).orElseThrow(() -> new NotFound("账号 " + actor.login()));
        organizations.lock(organization);
        return members.findCurrent(actor.login())
                .filter(it -> it.organization().code().equals(organization))
                .orElseThrow(() -> new RuleViolation("moved-meanwhile", "您所在的单位刚刚有变动，请重新打开邀请链接再试。"));
    }
}
