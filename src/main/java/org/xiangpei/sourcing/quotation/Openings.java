package org.xiangpei.sourcing.quotation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.xiangpei.identity.Actor;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.sourcing.Inquiries;
import org.xiangpei.sourcing.Inquiry;
import org.xiangpei.sourcing.InquiryNotices;
import org.xiangpei.sourcing.Invitation;
import org.xiangpei.sourcing.Phase;

/**
 * The opening of quotations (开启): after the deadline, by as many officers of the organisation as the inquiry asks for. The last of them
 * opens all in one transaction, once and for good; whatever fails leaves all of it under seal.
 */
@ApplicationScoped
public class Openings {

    private final Inquiries inquiries;
    private final Envelopes envelopes;
    private final OpeningTrail trail;
    private final InquiryNotices notices;
    private final EntityManager entities;
    private final Clock clock;

    Openings(
            Inquiries inquiries,
            Envelopes envelopes,
            OpeningTrail trail,
            InquiryNotices notices,
            EntityManager entities,
            Clock clock) {
        this.inquiries = inquiries;
        this.envelopes = envelopes;
        this.trail = trail;
        this.notices = notices;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * An officer agrees to the opening; the last that it takes opens.
     *
     * @return whether all was opened by this
     * @throws NotFound for an inquiry that is not the own organisation's
     * @throws RuleViolation {@code opening-too-early} before the deadline; {@code opening-state} when it was opened already, or is
     *     a draft or cancelled; {@code confirmed-already} when the same officer has confirmed; {@code seal-broken} when the seal does
     *     not open, and then nothing has changed
     */
    @Transactional
    public boolean confirm(Actor actor, String code) {
        Inquiry of = inquiries.ownToChange(actor, code);
        Instant now = clock.instant();
        requireClosed(of, now);
        List<OpeningConfirmation> before = confirmations(code);
        if (before.stream().anyMatch(it -> it.login().equals(actor.login()))) {
            throw new RuleViolation(
                    "confirmed-already",
                    "您已经确认过，同一个人只算一次。还需要另外 %d 位采购人员确认。".formatted(of.terms().openers() - before.size()));
        }
        entities.persist(new OpeningConfirmation(code, actor.login(), actor.name(), now));
        trail.confirmed(of, before.size() + 1);
        boolean last = before.size() + 1 >= of.terms().openers();
        if (last) {
            open(of, now);
        }
        notices.confirmed(of, actor.name(), of.terms().openers() - before.size() - 1);
        return last;
    }

    private static void requireClosed(Inquiry of, Instant now) {
        Phase phase = of.phase(now);
        if (phase == Phase.ASKING) {
            throw new RuleViolation("opening-too-early", "还没有到截止时间，谁都不能开启报价。");
        }
        if (phase != Phase.CLOSED) {
            throw new RuleViolation(
                    "opening-state",
                    switch (phase) {
                        case DRAFT -> "询价还没有发布，没有报价可以开启。";
                        case CANCELLED -> "询价已经取消，报价不再开启。";
                        default -> "报价已经开启过了，开启不能重复，也不能撤销。";
                    });
        }
    }

    private void open(Inquiry of, Instant now) {
        SealedInquiry held = envelopes
                .hold(of.code())
                .orElseThrow(() -> new IllegalStateException("Inquiry " + of.code() + " has no seal"));
        int count = 0;
        for (Invitation invitation : inquiries.invitations(of.code())) {
            Dossier dossier = envelopes.dossier(held, invitation.id());
            log(of, invitation, dossier);
            Optional<Submission> sent = dossier.submission().filter(it -> invitation.stands());
            if (sent.isPresent()) {
                keep(held, invitation, sent.get(), dossier);
                count++;
            }
        }
        envelopes.destroy(held);
        trail.opened(of, count, confirmations(of.code()));
        inquiries.markOpened(of, now);
        notices.opened(
                of,
                inquiries.invitations(of.code()).stream()
                        .filter(Invitation::stands)
                        .toList());
    }

    private void keep(SealedInquiry held, Invitation invitation, Submission sent, Dossier dossier) {
        requireUnchanged(sent, dossier);
        var quotation = new Quotation(sent, invitation.id(), invitation.firm().orElse(null));
        entities.persist(quotation);
        sent.offer().lines().forEach(it -> entities.persist(new QuotedLine(quotation.id(), it)));
        Map<String, byte[]> papers =
                sent.offer().files().isEmpty() ? Map.of() : envelopes.papers(held, invitation.id());
        int number = 0;
        for (OfferedFile file : sent.offer().files()) {
            number++;
            byte[] content = Optional.ofNullable(papers.get(file.id())).orElseThrow(Openings::notAsSent);
            entities.persist(new QuotationFile(quotation.id(), number, file, content));
        }
    }

    /** What is opened has the receipt that was given for it. */
    private static void requireUnchanged(Submission sent, Dossier dossier) {
        if (!dossier.log().getLast().receipt().equals(sent.receipt())) {
            throw notAsSent();
        }
    }

    private static RuleViolation notAsSent() {
        return new RuleViolation("seal-broken", "有一份报价与它的回执对不上。什么都没有开启，也没有改动；请联系系统管理员。");
    }

    private void log(Inquiry of, Invitation invitation, Dossier dossier) {
        int number = 0;
        for (Dossier.Logged logged : dossier.log()) {
            number++;
            entities.persist(new LoggedAct(of.code(), invitation.id(), number, logged));
            trail.was(of, invitation.name(), logged);
        }
    }

    /** Who has agreed so far, in their order; whether somebody may read the inquiry is for the caller to ask. */
    @Transactional
    public List<OpeningConfirmation> confirmations(String inquiry) {
        return entities.createQuery(
                        "from OpeningConfirmation where key.inquiry = :inquiry order by confirmedAt, key.login",
                        OpeningConfirmation.class)
                .setParameter("inquiry", inquiry)
                .getResultList();
    }

    /** All that was sent in and withdrawn under seal, in the order of its times; empty before the opening. */
    @Transactional
    public List<LoggedAct> log(String inquiry) {
        return entities.createQuery(
                        "from LoggedAct where inquiry = :inquiry order by at, key.invitation, key.number",
                        LoggedAct.class)
                .setParameter("inquiry", inquiry)
                .getResultList();
    }
}
