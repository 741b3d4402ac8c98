package org.xiangpei.identity;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;

/** Invitations into an organisation (邀请), as its administrator keeps them. */
@ApplicationScoped
public class Invitations {

    private final ManagedOrganizations organizations;
    private final OneTimeLinks links;
    private final Accounts accounts;
    private final MemberTrail trail;
    private final Clock clock;

    Invitations(
            ManagedOrganizations organizations, OneTimeLinks links, Accounts accounts, MemberTrail trail, Clock clock) {
        this.organizations = organizations;
        this.links = links;
        this.accounts = accounts;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @return the token of the link, which is shown once and not kept
     * @throws NotFound for an organisation that is not theirs to manage
     * @throws RuleViolation {@code role-not-possible}
     */
    @Transactional
    public String invite(Actor actor, String organization, Invitee invitee) {
        Organization into = organizations.locked(actor, organization);
        Account by = accounts.findByLogin(actor.login()).orElseThrow();
        String token = Secrets.random();
        OneTimeLink link = OneTimeLink.invitation(Secrets.hash(token), into, invitee, by, clock.instant());
        links.persist(link);
        trail.invited(link);
        return token;
    }

    /** Those that are still good, the latest first. */
    @Transactional
    public List<OneTimeLink> open(Actor actor, String organization) {
        return links.invitations(organizations.get(actor, organization));
    }

    /**
     * @return the code of the organisation it was into
     * @throws NotFound when there is none that is theirs to revoke
     * @throws RuleViolation {@code link-used} when somebody has just used it
     */
    @Transactional
    public String revoke(Actor actor, long id) {
        OneTimeLink link = links.find("id = ?1 and purpose = ?2", id, LinkPurpose.INVITE)
                .firstResultOptional()
                .filter(it -> actor.may(
                        Action.MANAGE_MEMBERS,
                        it.organization().code(),
                        it.organization().city()))
                .orElseThrow(() -> new NotFound("这个邀请"));
        if (!links.revoke(link)) {
            throw new RuleViolation("link-used", "这个邀请已经用过，或已经撤销。如果不该加入，请在人员名单中移出。");
        }
        trail.revoked(link);
        return link.organization().code();
    }
}
