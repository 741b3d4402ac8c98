package org.xiangpei.identity;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;

/** Invitations into an organisation (邀请), as its administrator keeps them. */
@ApplicationScoped
public class Invitations {

    /**
     * An invitation that was made.
     *
     * @param token of the link, which is shown once and not kept
     * @param mailedTo where the link is mailed to; empty when it must be handed over
     */
    public record Made(String token, Optional<String> mailedTo) {}

    private final ManagedOrganizations organizations;
    private final OneTimeLinks links;
    private final Accounts accounts;
    private final MemberTrail trail;
    private final Letters letters;
    private final Clock clock;

    Invitations(
            ManagedOrganizations organizations,
            OneTimeLinks links,
            Accounts accounts,
            MemberTrail trail,
            Letters letters,
            Clock clock) {
        this.organizations = organizations;
        this.links = links;
        this.accounts = accounts;
        this.trail = trail;
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * Mails the link to the person where an address is known and mail can be sent.
     *
     * @throws NotFound for an organisation that is not theirs to manage
     * @throws RuleViolation {@code role-not-possible}
     */
    @Transactional
    public Made invite(Actor actor, String organization, Invitee invitee) {
        Organization into = organizations.locked(actor, organization);
        Account by = accounts.findByLogin(actor.login()).orElseThrow();
        String token = Secrets.random();
        OneTimeLink link = OneTimeLink.invitation(Secrets.hash(token), into, invitee, by, clock.instant());
        links.persist(link);
        trail.invited(link);
        return new Made(token, link.email().filter(it -> letters.send(letter(link, it, token))));
    }

    private static Letter letter(OneTimeLink link, String to, String token) {
        return new Letter(
                to,
                link.createdBy().name() + "邀请您加入" + link.organization().name(),
                List.of(
                        link.name() + "，您好：",
                        link.organization().name() + "的" + link.createdBy().name()
                                + "邀请您在湘配（长株潭产业链供需匹配）以该单位的名义办事。链接七天内有效，只能用一次，请不要转发。",
                        "不认识这个单位的话，不用理会这封信。"),
                "接受邀请",
                "/join/" + token,
                link.expiresAt());
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
