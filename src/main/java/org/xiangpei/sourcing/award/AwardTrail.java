package org.xiangpei.sourcing.award;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.shared.AuditTrail;
import org.xiangpei.shared.AuditTrail.Change;
import org.xiangpei.shared.AuditTrail.Subject;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Money;
import org.xiangpei.sourcing.Inquiry;

/** Writes down who proposed, approved and decided what (design rule 9). The entries belong to the buyer, no bureau reads them. */
@ApplicationScoped
class AwardTrail {

    private static final String SUPPLIER = "supplier";
    private static final String NUMBER = "number";

    private final AuditTrail trail;

    AwardTrail(AuditTrail trail) {
        this.trail = trail;
    }

    void proposed(Inquiry of, Proposal proposal) {
        trail.record(Change.of("propose_award", subject(of), Map.of(), Map.of(NUMBER, proposal.number())));
    }

    void sentBack(Inquiry of, Proposal proposal) {
        trail.record(answer("send_back_award", of, proposal)
                .because(proposal.answerReason().orElse(null)));
    }

    void tookBack(Inquiry of, Proposal proposal) {
        trail.record(answer("take_back_award", of, proposal));
    }

    private static Change answer(String action, Inquiry of, Proposal proposal) {
        return Change.of(
                action,
                subject(of),
                Map.of(NUMBER, proposal.number(), "state", Labels.of(ProposalState.PROPOSED)),
                Map.of(NUMBER, proposal.number(), "state", Labels.of(proposal.state())));
    }

    void decided(Inquiry of, Proposal proposal, List<Award> awards, List<LineOutcome> others) {
        Money amount = awards.stream().map(Award::amount).reduce(Money.ZERO, Money::plus);
        var after = new LinkedHashMap<String, Object>();
        after.put(NUMBER, proposal.number());
        after.put("proposedBy", proposal.proposedBy());
        after.put("awards", awards.size());
        after.put("amount", amount.toString());
        after.put("otherEnds", others.size());
        trail.record(Change.of("decide_award", subject(of), Map.of(), after));
    }

    void askedToRenew(Inquiry of, String supplier) {
        trail.record(Change.of("ask_to_renew", subject(of), Map.of(), Map.of(SUPPLIER, supplier)));
    }

    void renewed(Inquiry of, String supplier, LocalDate until) {
        trail.record(Change.of(
                "renew_quotation", subject(of), Map.of(), Map.of(SUPPLIER, supplier, "validUntil", until.toString())));
    }

    void ended(LineOutcome outcome, String line) {
        trail.record(Change.of(
                "record_line_outcome", subject(outcome, line), Map.of(), Map.of("outcome", Labels.of(outcome.kind()))));
    }

    void withdrew(LineOutcome outcome, String line) {
        trail.record(Change.of(
                        "withdraw_line_outcome",
                        subject(outcome, line),
                        Map.of("outcome", Labels.of(outcome.kind())),
                        Map.of())
                .because(outcome.withdrawnReason().orElse(null)));
    }

    private static Subject subject(Inquiry of) {
        return new Subject("inquiry", of.code(), of.terms().title(), Optional.empty(), Optional.of(of.organization()));
    }

    private static Subject subject(LineOutcome outcome, String line) {
        return new Subject(
                "requirement",
                outcome.of().requirement(),
                "第 " + outcome.of().requirementLine() + " 行 " + line,
                Optional.empty(),
                Optional.of(outcome.of().organization()));
    }
}
