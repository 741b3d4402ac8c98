package org.xiangpei.sourcing;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.xiangpei.identity.Actor;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.sourcing.InquiryChanged.What;

import static java.util.stream.Collectors.toSet;

/** Who is invited to the own inquiries: chosen in a draft, and one more while quotations are asked for. */
@ApplicationScoped
public class Inviting {

    public static final int MOST = 200;

    /**
     * A link that was made.
     *
     * @param token shown once and not kept
     * @param mailedTo where it is mailed as well
     */
    public record Link(String name, String token, Optional<String> mailedTo) {}

    private final KeptInquiries inquiries;
    private final KeptInvitations invitations;
    private final InquiryLines lines;
    private final Invitees invitees;
    private final InvitationLinks links;
    private final InquiryNotices notices;
    private final InquiryTrail trail;
    private final Event<InquiryChanged> changes;
    private final Clock clock;

    Inviting(
            KeptInquiries inquiries,
            KeptInvitations invitations,
            InquiryLines lines,
            Invitees invitees,
            InvitationLinks links,
            InquiryNotices notices,
            InquiryTrail trail,
            Event<InquiryChanged> changes,
            Clock clock) {
        this.inquiries = inquiries;
        this.invitations = invitations;
        this.lines = lines;
        this.invitees = invitees;
        this.links = links;
        this.notices = notices;
        this.trail = trail;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Chooses somebody for a draft, or invites one more while it is open. Who is invited already stays invited once.
     *
     * @return whether anybody was added
     * @throws RuleViolation {@code bad-invitee} with everything that is wrong; {@code too-many-invited} above {@value #MOST};
     *     {@code inquiry-state} after the deadline
     */
    @Transactional
    public boolean invite(Actor actor, String code, Invitee who) {
        return invite(actor, code, List.of(who)) > 0;
    }

    /**
     * The same with several: all or none.
     *
     * @return how many were added
     */
    @Transactional
    public int invite(Actor actor, String code, List<Invitee> whom) {
        Inquiry of = inquiries.getOwnToChange(actor, code);
        if (of.state() != InquiryState.DRAFT) {
            of.requireAsking(clock.instant());
        }
        List<Invitation> added =
                whom.stream().flatMap(it -> add(actor, of, it).stream()).toList();
        if (!added.isEmpty()) {
            of.touch(clock.instant());
            added.forEach(it -> trail.invited(of, it));
            if (of.state() != InquiryState.DRAFT) {
                notices.invited(of, added);
                changes.fire(new InquiryChanged(code, What.INVITED));
            }
        }
        return added.size();
    }

    /** Empty for who is invited already, for these products as well from now on. */
    Optional<Invitation> add(Actor actor, Inquiry of, Invitee typed) {
        Set<Integer> numbers =
                lines.listOf(of.code()).stream().map(InquiryLine::number).collect(toSet());
        Invitee who = invitees.read(typed, of.organization(), numbers);
        Optional<Invitation> there = invitations.findSame(of.code(), who);
        if (there.isPresent()) {
            there.get().chooseFor(who.products());
            return Optional.empty();
        }
        if (invitations.countStanding(of.code()) >= MOST) {
            throw new RuleViolation("too-many-invited", "一次询价最多邀请 " + MOST + " 家供应商，请分成几次。");
        }
        var invitation = new Invitation(of.code(), who, actor.name(), clock.instant());
        invitations.persistAndFlush(invitation);
        return Optional.of(invitation);
    }

    /**
     * Takes somebody out of a draft.
     *
     * @throws NotFound when the own inquiry has no such invitation
     * @throws RuleViolation {@code inquiry-state} after publishing
     */
    @Transactional
    public void remove(Actor actor, String code, long id) {
        Inquiry of = inquiries.getOwnToChange(actor, code);
        of.requireDraft();
        Invitation who = invitations.get(code, id);
        invitations.delete(who);
        of.touch(clock.instant());
        trail.removed(of, who);
    }

    /**
     * Takes back the invitation of a supplier that comes in by a link, when it has lost its passphrase or another has chosen it; it can be
     * invited anew. A firm that signs in keeps its invitation: nobody is pushed out of an inquiry that runs.
     *
     * @throws RuleViolation {@code inquiry-state} unless quotations are asked for; {@code not-a-guest} for a firm that signs in;
     *     {@code missing-reason}
     */
    @Transactional
    public void withdraw(Actor actor, String code, long id, String reason) {
        Inquiry of = inquiries.getOwnToChange(actor, code);
        Invitation who = invitations.get(code, id);
        if (!who.stands()) {
            return;
        }
        of.requireAsking(clock.instant());
        if (!links.isNeeded(who)) {
            throw new RuleViolation("not-a-guest", "这家企业有自己的账号，邀请发出后不能收回。");
        }
        String why = Inquiry.reason(reason);
        who.withdraw(why, clock.instant());
        of.touch(clock.instant());
        trail.withdrew(of, who, why);
        notices.withdrew(of, who);
        changes.fire(new InquiryChanged(code, What.INVITED));
    }

    /**
     * Makes a link for a supplier without an account; its passphrase, where it has chosen one, stays.
     *
     * @throws RuleViolation {@code inquiry-state} for a draft; {@code not-a-guest} for a firm that signs in, and for who is out
     */
    @Transactional
    public Link link(Actor actor, String code, long id) {
        Inquiry of = inquiries.getOwnToChange(actor, code);
        Invitation who = invitations.get(code, id);
        if (of.state() == InquiryState.DRAFT) {
            throw new RuleViolation("inquiry-state", "发布以后才有链接。");
        }
        if (!who.stands() || !links.isNeeded(who)) {
            throw new RuleViolation("not-a-guest", "这家企业有自己的账号，登录后在“收到的询价”里查看，不需要链接。");
        }
        String token = links.issue(who, actor.name());
        trail.issuedLink(of, who);
        boolean mailed = notices.mailLink(of, who, token);
        return new Link(who.name(), token, who.mail().filter(it -> mailed));
    }

    /** Whether a supplier comes in by a link, because nobody can sign in for it. */
    @Transactional
    public boolean comesByLink(Invitation who) {
        return links.isNeeded(who);
    }
}
