package org.xiangpei.sourcing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.xiangpei.identity.Actor;
import org.xiangpei.requirement.Requirement;
import org.xiangpei.requirement.Requirements;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.Page;
import org.xiangpei.shared.Receipts;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.sourcing.InquiryChanged.What;
import org.xiangpei.sourcing.Invitation.Chosen;

import static java.util.stream.Collectors.toSet;

/**
 * The inquiries of organisations: drafted from a requirement, published to who was chosen, extended, cancelled. Another organisation's does
 * not exist. All methods that change something take turns on the inquiry.
 */
@ApplicationScoped
public class Inquiries {

    private static final char KIND = 'Q';

    private final KeptInquiries inquiries;
    private final InquiryLines lines;
    private final KeptInvitations invitations;
    private final Extensions extensions;
    private final Inviting inviting;
    private final ChosenLines chosen;
    private final Requirements requirements;
    private final InquiryCheck check;
    private final InquiryNotices notices;
    private final InquiryTrail trail;
    private final Receipts receipts;
    private final Event<InquiryChanged> changes;
    private final Clock clock;

    Inquiries(
            KeptInquiries inquiries,
            InquiryLines lines,
            KeptInvitations invitations,
            Extensions extensions,
            Inviting inviting,
            ChosenLines chosen,
            Requirements requirements,
            InquiryCheck check,
            InquiryNotices notices,
            InquiryTrail trail,
            Receipts receipts,
            Event<InquiryChanged> changes,
            Clock clock) {
        this.inquiries = inquiries;
        this.lines = lines;
        this.invitations = invitations;
        this.extensions = extensions;
        this.inviting = inviting;
        this.chosen = chosen;
        this.requirements = requirements;
        this.check = check;
        this.notices = notices;
        this.trail = trail;
        this.receipts = receipts;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Begins a draft with lines of the own requirement. The same form sent twice makes one.
     *
     * @throws NotFound for a requirement that is not the own
     * @throws RuleViolation {@code requirement-state} when it has ended; {@code bad-inquiry} with everything that is wrong with terms and
     *     lines; {@code no-lines}, {@code too-many-lines}; {@code bad-invitee}, {@code too-many-invited}
     */
    @Transactional
    public Inquiry draft(Actor actor, Draft typed) {
        Requirement from = requirements.own(actor, typed.requirement());
        String organization = String.valueOf(actor.organization());
        Optional<Inquiry> made = inquiries.findMade(organization, typed.formToken());
        if (made.isPresent()) {
            return made.get();
        }
        check.require(typed.terms(), actor);
        var begun = new Inquiry(
                receipts.next(KIND),
                organization,
                from.code(),
                typed.formToken(),
                typed.terms(),
                actor.name(),
                clock.instant());
        List<InquiryLine> asked = chosen.read(from, typed.lines(), begun.code());
        inquiries.persistAndFlush(begun);
        lines.persist(asked);
        lines.flush();
        typed.invitees().forEach(who -> inviting.add(actor, begun, numbered(who, asked)));
        trail.began(begun);
        return begun;
    }

    /** With the numbers of the lines here, where they were chosen by those in the requirement. */
    private static Invitee numbered(Invitee who, List<InquiryLine> asked) {
        Map<Integer, Integer> numbers = new HashMap<>();
        asked.forEach(it -> numbers.put(it.requirementLine(), it.number()));
        Set<Chosen> products = who.products().stream()
                .map(it -> new Chosen(numbers.getOrDefault(it.line(), 0), it.product()))
                .collect(toSet());
        return new Invitee(who.firm(), who.name(), who.productionRegion(), who.uscc(), who.mail(), products);
    }

    /** @throws NotFound when there is none, or another organisation's */
    @Transactional
    public Inquiry own(Actor actor, String code) {
        return inquiries.getOwn(actor, code);
    }

    /** The same, for nobody else to change until the caller's transaction ends. */
    @Transactional(TxType.MANDATORY)
    public Inquiry ownToChange(Actor actor, String code) {
        return inquiries.getOwnToChange(actor, code);
    }

    /** The own organisation's, what was saved last first. */
    @Transactional
    public Page<Inquiry> page(Actor actor, int page, int size) {
        return inquiries.pageOwn(actor, page, size);
    }

    /** The own organisation's whose quotations are open and not decided on, the longest open first. */
    @Transactional
    public List<Inquiry> opened(Actor actor) {
        return inquiries.list(
                "organizationCode = ?1 and state = ?2 order by openedAt, code",
                String.valueOf(actor.organization()),
                InquiryState.OPENED);
    }

    /** The own organisation's that ask for lines of a requirement, the newest first. */
    @Transactional
    public List<Inquiry> ofRequirement(Actor actor, String requirement) {
        return inquiries.list(
                "organizationCode = ?1 and requirementCode = ?2 order by createdAt desc, code",
                String.valueOf(actor.organization()),
                requirement);
    }

    /** In their order; whose inquiry it is, is for the caller to ask first. */
    @Transactional
    public List<InquiryLine> lines(String code) {
        return lines.listOf(code);
    }

    /** By name, withdrawn ones as well; whose inquiry it is, is for the caller to ask first. Never for the invited. */
    @Transactional
    public List<Invitation> invitations(String code) {
        return invitations.listOf(code);
    }

    /** How the deadline moved, the latest first. */
    @Transactional
    public List<Extension> extensions(String code) {
        return extensions.listOf(code);
    }

    /** How many officers of the own organisation could open quotations or approve an award. */
    @Transactional
    public int officers(Actor actor) {
        return check.officers(actor);
    }

    /**
     * Changes the terms of a draft.
     *
     * @param seen the {@link Inquiry#version()} that the person changed
     * @throws RuleViolation {@code changed-meanwhile}, {@code inquiry-state} after publishing, {@code bad-inquiry}
     */
    @Transactional
    public void write(Actor actor, String code, Terms terms, int seen) {
        check.require(terms, actor);
        Inquiry of = inquiries.getOwnToChange(actor, code);
        of.requireDraft();
        if (!terms.equals(of.terms())) {
            of.requireSeen(seen);
            Terms before = of.terms();
            of.write(terms, clock.instant());
            trail.wrote(of, before);
        }
    }

    /**
     * Sends a draft to who was chosen. Sent twice it is sent once.
     *
     * @throws RuleViolation {@code inquiry-state} when it has ended; {@code no-invitee}; {@code bad-inquiry} for terms that the time has
     *     overtaken, officers who left, or lines that have been bought meanwhile; {@code requirement-state} when the requirement was withdrawn or closed
     */
    @Transactional
    public void publish(Actor actor, String code) {
        Inquiry of = inquiries.getOwnToChange(actor, code);
        if (of.state() == InquiryState.OPEN) {
            return;
        }
        of.requireDraft();
        Requirement from = requirements.own(actor, of.requirement());
        chosen.requireWritable(from);
        List<InquiryLine> asked = lines.listOf(code);
        chosen.requireOpen(
                from, asked.stream().map(InquiryLine::requirementLine).toList());
        check.require(of.terms(), actor);
        List<Invitation> whom = invitations.standing(code);
        if (whom.isEmpty()) {
            throw new RuleViolation("no-invitee", "还没有邀请任何供应商，请先从候选中选择，或写下其他供应商。");
        }
        Instant now = clock.instant();
        of.publish(now);
        whom.forEach(it -> it.send(now));
        trail.published(of, asked.size(), whom.size());
        notices.invited(of, whom);
        changes.fire(new InquiryChanged(code, What.PUBLISHED));
    }

    /**
     * Gives all of the invited more time, and tells them why. Sent twice it is done once.
     *
     * @throws RuleViolation {@code inquiry-state} when the deadline has passed; {@code bad-deadline} unless it becomes later;
     *     {@code missing-reason}; {@code bad-inquiry} for what is more than a year ahead, or after the goods are needed
     */
    @Transactional
    public void extend(Actor actor, String code, Instant deadline, String reason) {
        Inquiry of = inquiries.getOwnToChange(actor, code);
        String why = Inquiry.reason(reason);
        boolean done = extensions.listOf(code).stream()
                .findFirst()
                .filter(it -> it.deadline().equals(deadline) && it.reason().equals(why))
                .isPresent();
        if (done) {
            return;
        }
        Instant before = of.terms().deadline();
        of.extend(deadline, clock.instant());
        check.requireTimely(of.terms());
        var extension = new Extension(code, before, deadline, why, actor.name(), clock.instant());
        extensions.persist(extension);
        trail.extended(of, extension);
        notices.extended(of, extension, invitations.standing(code));
        changes.fire(new InquiryChanged(code, What.EXTENDED));
    }

    /**
     * Calls it off, and tells all of the invited why. Sent twice it is done once.
     *
     * @throws RuleViolation {@code inquiry-state} for a draft and for what is decided; {@code missing-reason}
     */
    @Transactional
    public void cancel(Actor actor, String code, String reason) {
        Inquiry of = inquiries.getOwnToChange(actor, code);
        if (of.state() == InquiryState.CANCELLED) {
            return;
        }
        InquiryState before = of.state();
        of.cancel(reason, clock.instant());
        trail.cancelled(of, before);
        notices.cancelled(of, invitations.standing(code));
        changes.fire(new InquiryChanged(code, What.CANCELLED));
    }

    /** @throws RuleViolation {@code inquiry-state} for what was published: it can only be cancelled */
    @Transactional
    public void discard(Actor actor, String code) {
        Inquiry of = inquiries.getOwnToChange(actor, code);
        of.requireDraft();
        trail.discarded(of);
        new ArrayList<>(invitations.listOf(code)).forEach(invitations::delete);
        lines.delete("inquiry", code);
        inquiries.delete(of);
    }

    /**
     * The quotations were opened. Whoever opens them holds the lock of {@link #ownToChange}, writes the audit trail and tells the invited.
     *
     * @throws RuleViolation {@code inquiry-state} unless the deadline has passed
     */
    @Transactional(TxType.MANDATORY)
    public void markOpened(Inquiry locked, Instant at) {
        locked.open(at);
        changes.fire(new InquiryChanged(locked.code(), What.OPENED));
    }

    /**
     * Every line has its end. Whoever decides holds the lock of {@link #ownToChange}, writes the audit trail and tells the invited.
     *
     * @throws RuleViolation {@code inquiry-state} unless it was opened
     */
    @Transactional(TxType.MANDATORY)
    public void markDecided(Inquiry locked, Instant at) {
        locked.decide(at);
        changes.fire(new InquiryChanged(locked.code(), What.DECIDED));
    }
}
