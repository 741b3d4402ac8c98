package org.xiangpei.sourcing.award;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.xiangpei.identity.Actor;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.sourcing.Inquiries;
import org.xiangpei.sourcing.Inquiry;
import org.xiangpei.sourcing.InquiryState;
import org.xiangpei.sourcing.Respondent;
import org.xiangpei.sourcing.Respondents;
import org.xiangpei.sourcing.quotation.Quotation;
import org.xiangpei.sourcing.quotation.Quotations;

/** Suppliers that stand by a quotation for longer than it said (确认延期): price and all else stay as they were opened. */
@ApplicationScoped
public class Renewals implements PanacheRepositoryBase<Renewal, Long> {

    /** How far off the new last day may be. */
    public static final int LONGEST_DAYS = 366;

    private final Inquiries inquiries;
    private final Respondents respondents;
    private final Quotations quotations;
    private final AwardNews news;
    private final AwardTrail trail;
    private final Clock clock;

    Renewals(
            Inquiries inquiries,
            Respondents respondents,
            Quotations quotations,
            AwardNews news,
            AwardTrail trail,
            Clock clock) {
        this.inquiries = inquiries;
        this.respondents = respondents;
        this.quotations = quotations;
        this.news = news;
        this.trail = trail;
        this.clock = clock;
    }

    /** The last day on which the supplier stands by it, as said last. */
    LocalDate validUntil(Quotation quotation) {
        return listOf(quotation.id()).stream()
                .flatMap(it -> it.validUntil().stream())
                .reduce((before, after) -> after)
                .orElse(quotation.validUntil());
    }

    /** What was asked and answered about a quotation, in order. */
    @Transactional
    public List<Renewal> listOf(long quotation) {
        return list("quotation = ?1 order by id", quotation);
    }

    /** That a supplier may say whether it stands by its quotation for longer. */
    public record Question(LocalDate validUntil, boolean asked) {}

    /** Empty while the quotation holds, and once the inquiry is decided. */
    @Transactional
    public Optional<Question> open(Inquiry inquiry, Quotation quotation) {
        LocalDate until = validUntil(quotation);
        return inquiry.state() == InquiryState.OPENED && until.isBefore(LocalDate.now(clock))
                ? Optional.of(new Question(until, waiting(quotation.id()).isPresent()))
                : Optional.empty();
    }

    private Optional<Renewal> waiting(long quotation) {
        return find("quotation = ?1 and confirmedAt is null", quotation).firstResultOptional();
    }

    /**
     * Asks a supplier whose quotation has expired. Asking again changes nothing.
     *
     * @throws RuleViolation {@code inquiry-state} unless the quotations are open and nothing is decided; {@code not-expired} while it holds
     */
    @Transactional
    public void ask(Actor actor, String code, long id) {
        Inquiry inquiry = inquiries.ownToChange(actor, code);
        requireOpened(inquiry);
        Quotation quotation = quotations.get(code, id);
        if (!validUntil(quotation).isBefore(LocalDate.now(clock))) {
            throw new RuleViolation("not-expired", "这份报价还在有效期内，不用请供应商确认。");
        }
        if (waiting(id).isEmpty()) {
            persist(Renewal.asked(id, actor, clock.instant()));
            trail.askedToRenew(inquiry, quotation.supplier());
            news.askToRenew(inquiry, quotation);
        }
    }

    /**
     * The supplier stands by its quotation until that day.
     *
     * @throws RuleViolation {@code inquiry-state} unless the quotations are open and nothing is decided; {@code bad-valid-until} for a day that
     *     has passed, is no later than before, or more than a year away
     * @throws NotFound when it has not quoted
     */
    @Transactional
    public void confirm(Actor actor, String code, LocalDate until) {
        Respondent respondent = respondents.of(actor, code);
        Inquiry inquiry = respondents.inquiry(respondent);
        requireOpened(inquiry);
        Quotation quotation = quotations.ofInvitation(respondent.invitation()).orElseThrow(() -> new NotFound("报价"));
        LocalDate today = LocalDate.now(clock);
        if (until.isBefore(today)
                || until.isAfter(today.plusDays(LONGEST_DAYS))
                || !until.isAfter(validUntil(quotation))) {
            throw new RuleViolation("bad-valid-until", "请填今天以后、晚于现在有效期、一年以内的日期。");
        }
        Renewal renewal = waiting(quotation.id()).orElseGet(() -> Renewal.unasked(quotation.id()));
        renewal.confirm(respondent, until, clock.instant());
        persist(renewal);
        trail.renewed(inquiry, quotation.supplier(), until);
        news.renewed(inquiry, quotation, until);
    }

    private static void requireOpened(Inquiry inquiry) {
        if (inquiry.state() != InquiryState.OPENED) {
            throw new RuleViolation("inquiry-state", "只有报价已经开启、还没有定标时可以确认延期。");
        }
    }
}
