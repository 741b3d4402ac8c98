package org.xiangpei.sourcing.award;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.ledger.Channel;
import org.xiangpei.ledger.PurchaseLedger;
import org.xiangpei.sourcing.Inquiries;
import org.xiangpei.sourcing.Inquiry;
import org.xiangpei.sourcing.InquiryLine;
import org.xiangpei.sourcing.award.LedgerEntries.Bought;
import org.xiangpei.sourcing.award.Plan.Elsewhere;
import org.xiangpei.sourcing.award.Plan.LinePlan;
import org.xiangpei.sourcing.award.Plan.Part;

/** Writes down all that follows from a plan that was decided, in the transaction of who decides. */
@ApplicationScoped
class Decision {

    private final Inquiries inquiries;
    private final PurchaseLedger ledger;
    private final LedgerEntries entries;
    private final Awards awards;
    private final LineOutcomes outcomes;
    private final AwardTrail trail;
    private final AwardNews news;
    private final Clock clock;

    Decision(
            Inquiries inquiries,
            PurchaseLedger ledger,
            LedgerEntries entries,
            Awards awards,
            LineOutcomes outcomes,
            AwardTrail trail,
            AwardNews news,
            Clock clock) {
        this.inquiries = inquiries;
        this.ledger = ledger;
        this.entries = entries;
        this.awards = awards;
        this.outcomes = outcomes;
        this.trail = trail;
        this.news = news;
        this.clock = clock;
    }

    /** One quotation that gets something. */
    private record Winner(ComparedLine line, LinePlan plan, Scored offer, Cost cost) {}

    @Transactional(Transactional.TxType.MANDATORY)
    void carryOut(Actor actor, Comparison comparison, Proposal proposal) {
        Inquiry inquiry = comparison.inquiry();
        List<Winner> winners = winners(comparison, proposal.plan());
        List<String> purchases = ledger.append(actor, entries(actor, inquiry, winners));
        var awarded = new ArrayList<Award>();
        for (int i = 0; i < winners.size(); i++) {
            awarded.add(award(inquiry, winners.get(i), purchases.get(i), clock.instant()));
        }
        awards.persist(awarded);
        List<LineOutcome> others = others(actor, comparison, proposal.plan());
        outcomes.persist(others);
        inquiries.markDecided(inquiry, clock.instant());
        trail.decided(inquiry, proposal, awarded, others);
        news.decided(inquiry, comparison.quotations(), awarded);
    }

    private static List<Winner> winners(Comparison comparison, Plan plan) {
        var winners = new ArrayList<Winner>();
        for (ComparedLine line : comparison.lines()) {
            LinePlan planned = plan.line(line.asked().number()).orElseThrow();
            for (Part part : planned.parts()) {
                Scored offer = line.find(part.quotation()).orElseThrow();
                winners.add(new Winner(line, planned, offer, offer.offer().cost(part.quantity())));
            }
        }
        return winners;
    }

    private List<PurchaseLedger.Award> entries(Actor actor, Inquiry inquiry, List<Winner> winners) {
        return winners.stream()
                .map(it -> {
                    String number =
                            number(inquiry, it.line()) + "-" + it.offer().quotation();
                    return entries.awarded(
                            bought(actor, inquiry, it.line(), it.cost().quantity(), today(), number),
                            it.offer(),
                            it.cost());
                })
                .toList();
    }

    private static Award award(Inquiry inquiry, Winner winner, String purchase, Instant now) {
        return new Award(
                inquiry.code(),
                winner.line().asked().number(),
                winner.offer(),
                winner.cost(),
                stripped(winner.plan().reason()),
                purchase,
                now);
    }

    private List<LineOutcome> others(Actor actor, Comparison comparison, Plan plan) {
        Inquiry inquiry = comparison.inquiry();
        Map<Integer, InquiryLine> asked = inquiries.lines(inquiry.code()).stream()
                .collect(Collectors.toMap(InquiryLine::number, Function.identity()));
        var others = new ArrayList<LineOutcome>();
        for (ComparedLine line : comparison.lines()) {
            LinePlan planned = plan.line(line.asked().number()).orElseThrow();
            InquiryLine of = asked.get(line.asked().number());
            BigDecimal rest = line.asked().quantity().subtract(planned.quantity());
            if (of != null && rest.signum() > 0) {
                others.add(other(actor, inquiry, line, of(inquiry, of), planned, rest));
            }
        }
        return others;
    }

    private LineOutcome other(
            Actor actor, Inquiry inquiry, ComparedLine line, LineOutcome.Of of, LinePlan plan, BigDecimal rest) {
        Elsewhere elsewhere = plan.elsewhere();
        Instant now = clock.instant();
        return elsewhere == null
                ? LineOutcome.notBought(of, String.valueOf(plan.notBought()).strip(), rest, actor, now)
                : LineOutcome.elsewhere(
                        of, elsewhere, rest, purchase(actor, inquiry, line, elsewhere, rest), actor, now);
    }

    private @Nullable String purchase(
            Actor actor, Inquiry inquiry, ComparedLine line, Elsewhere from, BigDecimal rest) {
        BigDecimal amount = from.amount();
        if (amount == null) {
            return null;
        }
        Bought bought = bought(actor, inquiry, line, rest, from.boughtOn(), number(inquiry, line) + "-0");
        return ledger.append(actor, Channel.HAND, List.of(entries.elsewhere(bought, from, amount)))
                .getFirst();
    }

    private static Bought bought(
            Actor actor, Inquiry inquiry, ComparedLine line, BigDecimal quantity, LocalDate on, String number) {
        return new Bought(actor, line.asked(), quantity, on, number, "询价 " + inquiry.code());
    }

    private static LineOutcome.Of of(Inquiry inquiry, InquiryLine line) {
        return new LineOutcome.Of(
                inquiry.organization(), line.requirement(), line.requirementLine(), inquiry.code(), line.number());
    }

    private static String number(Inquiry inquiry, ComparedLine line) {
        return inquiry.code() + "-" + line.asked().number();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
