package org.xiangpei.sourcing.award;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.shared.FieldError;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.sourcing.Inquiries;
import org.xiangpei.sourcing.Inquiry;
import org.xiangpei.sourcing.InquiryState;

/**
 * Decides inquiries (定标): an officer proposes what becomes of every line, and where the inquiry asks for two another one approves.
 *
 * <p>Whoever decides holds the row of the inquiry until all is written: awards, purchases in the ledger, the ends of all other lines, audit and
 * notices are one transaction, so that nothing of it is there without the rest, and of any number of officers one decides. The key of a form
 * makes what was sent twice one proposal.
 */
@ApplicationScoped
public class Awarding {

    private static final int LONGEST_KEY = 64;

    private final Inquiries inquiries;
    private final Comparisons comparisons;
    private final Proposals proposals;
    private final Decision decision;
    private final AwardTrail trail;
    private final AwardNews news;
    private final Clock clock;

    Awarding(
            Inquiries inquiries,
            Comparisons comparisons,
            Proposals proposals,
            Decision decision,
            AwardTrail trail,
            AwardNews news,
            Clock clock) {
        this.inquiries = inquiries;
        this.comparisons = comparisons;
        this.proposals = proposals;
        this.decision = decision;
        this.trail = trail;
        this.news = news;
        this.clock = clock;
    }

    /** What was proposed for an inquiry, the newest first. */
    @Transactional
    public List<Proposal> proposals(Actor actor, String code) {
        inquiries.own(actor, code);
        return proposals.listOf(code);
    }

    /**
     * Proposes what becomes of every line, which decides the inquiry unless another officer must approve it.
     *
     * @param key of the form; the same form again does nothing
     * @throws RuleViolation {@code bad-award} with every fault of the plan; {@code award-answered} for a form that was sent and changed; {@code award-decided} when somebody was faster;
     *     {@code award-waiting} while another plan waits; {@code inquiry-state} unless the quotations are open
     */
    @Transactional
    public Proposal propose(Actor actor, String code, Plan plan, String key) {
        Inquiry inquiry = own(actor, code);
        requireKey(key);
        Optional<Proposal> before = proposals.sent(code, key);
        if (before.isPresent()) {
            return sentBefore(before.get(), plan);
        }
        requireOpened(inquiry);
        requireNothingWaits(code);
        Comparison comparison = comparisons.of(inquiry);
        requireSound(comparison, plan);
        boolean byTwo = inquiry.terms().secondApproval();
        int number = proposals.listOf(code).size() + 1;
        var proposal = new Proposal(code, number, key, plan, byTwo, actor, clock.instant());
        proposals.persist(proposal);
        if (byTwo) {
            trail.proposed(inquiry, proposal);
            news.waiting(inquiry, actor);
        } else {
            decide(actor, comparison, proposal);
        }
        return proposal;
    }

    /**
     * Another officer agrees, which decides the inquiry. Who has approved it already approves nothing again.
     *
     * @throws RuleViolation {@code award-own-plan} for who proposed it; {@code award-answered} when somebody else was faster; {@code bad-award}
     *     when it does not hold any more, as when a quotation has expired since
     */
    @Transactional
    public void approve(Actor actor, String code, int number) {
        Inquiry inquiry = own(actor, code);
        Proposal proposal = get(code, number);
        if (proposal.isAnswered(ProposalState.DECIDED, actor)) {
            return;
        }
        Comparison comparison = comparisons.of(inquiry);
        if (proposal.state() == ProposalState.PROPOSED && !proposal.isBy(actor)) {
            requireSound(comparison, proposal.plan());
        }
        decide(actor, comparison, proposal);
    }

    /** A form that comes again as it was is what a bad connection makes of it; one that was changed since is another plan. */
    private static Proposal sentBefore(Proposal before, Plan plan) {
        boolean stands = before.state() == ProposalState.PROPOSED || before.state() == ProposalState.DECIDED;
        if (!stands || !before.plan().equals(plan)) {
            throw new RuleViolation("award-answered", "这张表单已经提交过，方案现在的状态见下；要改请重新打开定标页。");
        }
        return before;
    }

    private void decide(Actor actor, Comparison comparison, Proposal proposal) {
        proposal.decide(actor, clock.instant());
        decision.carryOut(actor, comparison, proposal);
    }

    /**
     * Another officer does not agree, and says why.
     *
     * @throws RuleViolation as {@link #approve}; {@code missing-reason} without a reason
     */
    @Transactional
    public void sendBack(Actor actor, String code, int number, @Nullable String reason) {
        Inquiry inquiry = own(actor, code);
        Proposal proposal = get(code, number);
        if (!proposal.isAnswered(ProposalState.SENT_BACK, actor)) {
            proposal.sendBack(actor, reason, clock.instant());
            trail.sentBack(inquiry, proposal);
            news.sentBack(inquiry, proposal);
        }
    }

    /**
     * Who proposed it takes it back, to propose otherwise.
     *
     * @throws RuleViolation {@code award-own-plan} for anybody else; {@code award-answered} when it was answered
     */
    @Transactional
    public void takeBack(Actor actor, String code, int number) {
        Inquiry inquiry = own(actor, code);
        Proposal proposal = get(code, number);
        if (!proposal.isAnswered(ProposalState.TAKEN_BACK, actor)) {
            proposal.takeBack(actor, clock.instant());
            trail.tookBack(inquiry, proposal);
        }
    }

    private Inquiry own(Actor actor, String code) {
        Inquiry inquiry = inquiries.ownToChange(actor, code);
        if (!actor.may(Action.AWARD, inquiry.organization(), Optional.empty())) {
            throw new NotFound("询价 " + code + " ");
        }
        return inquiry;
    }

    private Proposal get(String code, int number) {
        return proposals.find(code, number).orElseThrow(() -> new NotFound("定标方案 " + number + " "));
    }

    private static void requireKey(String key) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new RuleViolation("bad-request", "这张表单不完整，请重新打开定标页再提交。");
        }
    }

    private void requireOpened(Inquiry inquiry) {
        if (inquiry.state() == InquiryState.DECIDED) {
            String who = proposals.listOf(inquiry.code()).stream()
                    .filter(it -> it.state() == ProposalState.DECIDED)
                    .flatMap(it -> it.answeredBy().stream())
                    .findFirst()
                    .orElse("同事");
            throw new RuleViolation("award-decided", who + "已经定标，您的方案没有提交。结果见下。");
        }
        if (inquiry.state() != InquiryState.OPENED) {
            throw new RuleViolation("inquiry-state", "报价还没有开启，或询价已经取消，不能定标。");
        }
    }

    private void requireNothingWaits(String code) {
        proposals.waiting(code).ifPresent(it -> {
            throw new RuleViolation("award-waiting", it.proposedBy() + "已经提出了方案，正等批准。先批准、退回或收回它，才能再提。");
        });
    }

    private void requireSound(Comparison comparison, Plan plan) {
        List<FieldError> faults = PlanCheck.faults(comparison.lines(), plan, LocalDate.now(clock));
        if (!faults.isEmpty()) {
            throw new RuleViolation("bad-award", "方案有 " + faults.size() + " 处要改，没有提交。", faults);
        }
    }
}
