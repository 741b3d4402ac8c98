package org.xiangpei.sourcing.award.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.shared.FieldError;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Moments;
import org.xiangpei.shared.Money;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.shared.web.Option;
import org.xiangpei.sourcing.Inquiry;
import org.xiangpei.sourcing.InquiryState;
import org.xiangpei.sourcing.award.Award;
import org.xiangpei.sourcing.award.Awarding;
import org.xiangpei.sourcing.award.Awards;
import org.xiangpei.sourcing.award.ComparedLine;
import org.xiangpei.sourcing.award.Comparison;
import org.xiangpei.sourcing.award.Comparisons;
import org.xiangpei.sourcing.award.ElsewhereReason;
import org.xiangpei.sourcing.award.EndKind;
import org.xiangpei.sourcing.award.Plan;
import org.xiangpei.sourcing.award.Plan.Elsewhere;
import org.xiangpei.sourcing.award.Plan.LinePlan;
import org.xiangpei.sourcing.award.Plan.Part;
import org.xiangpei.sourcing.award.Proposal;
import org.xiangpei.sourcing.award.ProposalState;
import org.xiangpei.sourcing.award.Scored;
import org.xiangpei.sourcing.award.WhatIf;
import org.xiangpei.sourcing.award.web.AwardView.Before;
import org.xiangpei.sourcing.award.web.AwardView.Decided;
import org.xiangpei.sourcing.award.web.AwardView.Form;
import org.xiangpei.sourcing.award.web.AwardView.Line;
import org.xiangpei.sourcing.award.web.AwardView.Offer;
import org.xiangpei.sourcing.award.web.AwardView.Planned;
import org.xiangpei.sourcing.award.web.AwardView.PlannedPart;
import org.xiangpei.sourcing.award.web.AwardView.Waiting;
import org.xiangpei.sourcing.award.web.AwardView.Whole;
import org.xiangpei.sourcing.quotation.Quotation;
import org.xiangpei.sourcing.web.Heading;

/** Puts the page of the award together. */
@ApplicationScoped
class AwardViews {

    private final Comparisons comparisons;
    private final Awarding awarding;
    private final Awards awards;
    private final OfferViews offers;
    private final Clock clock;

    AwardViews(Comparisons comparisons, Awarding awarding, Awards awards, OfferViews offers, Clock clock) {
        this.comparisons = comparisons;
        this.awarding = awarding;
        this.awards = awards;
        this.offers = offers;
        this.clock = clock;
    }

    /** What somebody was doing when this page is shown. */
    record Doing(
            @Nullable PlanForm typed,
            String reason,
            @Nullable RuleViolation refused,
            String done) {
        static final Doing NOTHING = new Doing(null, "", null, "");

        static Doing done(String what) {
            return new Doing(null, "", null, what);
        }
    }

    /**
     * @param picks quotation by line that the form begins with; none for the plan that was proposed last, else the best
     * @param whole a quotation that the form gives everything
     */
    @Transactional
    AwardView of(Actor actor, String code, Map<Integer, Long> picks, long whole, Doing doing) {
        Comparison comparison = comparisons.of(actor, code);
        Inquiry inquiry = comparison.inquiry();
        List<Proposal> proposed = awarding.proposals(actor, code);
        Optional<Proposal> waiting = in(proposed, ProposalState.PROPOSED);
        boolean open = inquiry.state() == InquiryState.OPENED;
        Form form = open && waiting.isEmpty()
                ? form(
                        comparison,
                        doing.typed() == null ? begun(comparison, proposed, picks, whole) : doing.typed(),
                        doing.refused())
                : null;
        return new AwardView(
                Heading.of(inquiry, clock.instant()),
                open || inquiry.state() == InquiryState.DECIDED ? null : why(inquiry),
                inquiry.terms().secondApproval(),
                ComparisonViews.criteria(inquiry.terms().weights()),
                form,
                waiting.map(it -> waiting(actor, comparison, it, doing.reason()))
                        .orElse(null),
                in(proposed, ProposalState.DECIDED)
                        .map(it -> decided(comparison, it))
                        .orElse(null),
                proposed.stream()
                        .filter(it -> it.state() == ProposalState.SENT_BACK || it.state() == ProposalState.TAKEN_BACK)
                        .map(this::before)
                        .toList(),
                done(doing.done()),
                doing.refused() == null ? null : doing.refused().detail());
    }

    private static Optional<Proposal> in(List<Proposal> proposed, ProposalState state) {
        return proposed.stream().filter(it -> it.state() == state).findFirst();
    }

    private static String why(Inquiry inquiry) {
        return inquiry.state() == InquiryState.CANCELLED ? "询价已经取消，不能定标。" : "报价还没有开启。截止以后开启报价，比价以后再定标。";
    }

    private static @Nullable String done(String what) {
        return switch (what) {
            case "proposed" -> "方案已提交，等另一位采购人员批准";
            case "decided" -> "已定标。成交记入采购台账，报价的供应商都收到了通知";
            case "sent-back" -> "方案已退回";
            case "taken-back" -> "方案已收回，可以改了再提";
            default -> null;
        };
    }

    private PlanForm begun(Comparison comparison, List<Proposal> proposed, Map<Integer, Long> picks, long whole) {
        if (whole > 0) {
            return PlanForm.of(
                    comparison.lines(),
                    comparison.lines().stream()
                            .collect(Collectors.toMap(it -> it.asked().number(), it -> whole)));
        }
        if (picks.isEmpty() && !proposed.isEmpty()) {
            return PlanForm.of(proposed.getFirst().plan());
        }
        return PlanForm.of(comparison.lines(), picks.isEmpty() ? WhatIf.best(comparison.lines(), today()) : picks);
    }

    private Form form(Comparison comparison, PlanForm typed, @Nullable RuleViolation refused) {
        List<FieldError> faults = refused == null
                ? List.of()
                : refused.errors().stream()
                        .filter(FieldError.class::isInstance)
                        .map(FieldError.class::cast)
                        .toList();
        return new Form(
                typed.key().isEmpty() ? UUID.randomUUID().toString() : typed.key(),
                today().toString(),
                comparison.quotations().stream()
                        .filter(it -> comparison.isWhole(it.id()))
                        .map(it -> whole(comparison, it))
                        .toList(),
                comparison.lines().stream().map(it -> line(it, typed, faults)).toList());
    }

    private static Whole whole(Comparison comparison, Quotation quotation) {
        Money landed = comparison.lines().stream()
                .flatMap(it -> it.find(quotation.id()).stream())
                .map(it -> it.cost().landed())
                .reduce(Money.ZERO, Money::plus);
        return new Whole(String.valueOf(quotation.id()), quotation.supplier(), OfferViews.yuan(landed.yuan()));
    }

    private Line line(ComparedLine line, PlanForm typed, List<FieldError> faults) {
        int number = line.asked().number();
        ElsewhereForm elsewhere = ElsewhereForm.of(typed.fields(), "." + number);
        return new Line(
                number,
                line.asked().name(),
                ClauseWords.quantity(line.asked()),
                line.offers().stream()
                        .map(it -> offer(line, it, typed.quantityOf(number, it.quotation())))
                        .toList(),
                typed.field("reason." + number),
                typed.field("rest." + number),
                typed.field("notBought." + number),
                elsewhere,
                whys(elsewhere.why()),
                faults.stream()
                        .filter(it -> it.pointer().startsWith("lines[" + number + "]."))
                        .map(it -> it.detail().replaceFirst("^第 \\d+ 行：", ""))
                        .toList());
    }

    static List<Option> whys(String chosen) {
        return Arrays.stream(ElsewhereReason.values())
                .map(it -> new Option(it.code(), Labels.of(it), it.code().equals(chosen)))
                .toList();
    }

    private Offer offer(ComparedLine line, Scored offer, String quantity) {
        return new Offer(
                String.valueOf(offer.quotation()),
                offer.supplier(),
                OfferViews.yuan(offer.cost().unitPrice()),
                OfferViews.yuan(offer.cost().landed().yuan()),
                offer.offer().offered().leadDays() + " 天",
                Labels.of(offer.standing()),
                OfferViews.rank(line, offer),
                line.isBest(offer, today()),
                OfferViews.warnings(line, offer, today()),
                quantity);
    }

    private Waiting waiting(Actor actor, Comparison comparison, Proposal proposal, String reason) {
        return new Waiting(
                proposal.number(),
                proposal.proposedBy(),
                minute(proposal.proposedAt()),
                proposal.isBy(actor),
                planned(comparison, proposal.plan(), Map.of()),
                total(comparison, proposal.plan()),
                reason);
    }

    private Decided decided(Comparison comparison, Proposal proposal) {
        Map<String, Award> made = awards.of(comparison.inquiry().code()).stream()
                .collect(Collectors.toMap(it -> it.line() + "-" + it.quotation(), it -> it));
        return new Decided(
                proposal.answeredBy().orElse(""),
                proposal.proposedBy(),
                proposal.answeredAt().map(this::minute).orElse(""),
                planned(comparison, proposal.plan(), made),
                total(comparison, proposal.plan()));
    }

    private List<Planned> planned(Comparison comparison, Plan plan, Map<String, Award> made) {
        return comparison.lines().stream()
                .flatMap(line -> plan.line(line.asked().number()).stream().map(it -> planned(line, it, made)))
                .toList();
    }

    private Planned planned(ComparedLine line, LinePlan plan, Map<String, Award> made) {
        return new Planned(
                plan.line(),
                line.asked().name(),
                ClauseWords.quantity(line.asked()),
                plan.parts().stream()
                        .flatMap(part -> line.find(part.quotation()).stream()
                                .map(it -> part(line, it, part, made.get(plan.line() + "-" + part.quotation()))))
                        .toList(),
                plan.reason(),
                rest(line, plan));
    }

    private PlannedPart part(ComparedLine line, Scored offer, Part part, @Nullable Award made) {
        var cost = offer.offer().cost(part.quantity());
        return new PlannedPart(
                offer.supplier(),
                Figures.number(part.quantity()),
                OfferViews.yuan(cost.unitPrice()),
                OfferViews.yuan(cost.landed().yuan()),
                OfferViews.rank(line, offer),
                offer.rank() == 1,
                made == null ? OfferViews.warnings(line, offer, today()) : List.of(),
                made == null ? null : made.purchase());
    }

    private @Nullable String rest(ComparedLine line, LinePlan plan) {
        Elsewhere elsewhere = plan.elsewhere();
        String quantity = Figures.number(line.asked().quantity().subtract(plan.quantity()));
        if (elsewhere != null) {
            BigDecimal amount = elsewhere.amount();
            return "%s %s：%s，生产地 %s，原因：%s%s"
                    .formatted(
                            Labels.of(EndKind.ELSEWHERE),
                            quantity,
                            elsewhere.supplier(),
                            offers.place(elsewhere.region()),
                            Labels.of(elsewhere.why()),
                            amount == null ? "" : "，" + OfferViews.yuan(amount) + " 元");
        }
        return plan.notBought() == null
                ? null
                : Labels.of(EndKind.NOT_BOUGHT) + " " + quantity + "：" + plan.notBought();
    }

    private static String total(Comparison comparison, Plan plan) {
        Money total = plan.lines().stream()
                .flatMap(it -> it.parts().stream().flatMap(part -> landed(comparison, it.line(), part)))
                .reduce(Money.ZERO, Money::plus);
        return OfferViews.yuan(total.yuan());
    }

    private static Stream<Money> landed(Comparison comparison, int line, Part part) {
        return comparison.lines().stream()
                .filter(it -> it.asked().number() == line)
                .flatMap(it -> it.find(part.quotation()).stream())
                .map(it -> it.offer().cost(part.quantity()).landed());
    }

    private Before before(Proposal proposal) {
        String reason = proposal.answerReason().map(it -> "，原因：" + it).orElse("");
        return new Before(
                proposal.number(),
                Labels.of(proposal.state()),
                proposal.state() == ProposalState.SENT_BACK ? "fail" : "unknown",
                "%s %s 提出，%s %s 处理%s"
                        .formatted(
                                proposal.proposedBy(),
                                minute(proposal.proposedAt()),
                                proposal.answeredBy().orElse(""),
                                proposal.answeredAt().map(this::minute).orElse(""),
                                reason));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private String minute(Instant at) {
        return Moments.minute(at, clock.getZone());
    }
}
