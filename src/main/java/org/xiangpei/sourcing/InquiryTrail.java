package org.xiangpei.sourcing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.shared.AuditTrail;
import org.xiangpei.shared.AuditTrail.Change;
import org.xiangpei.shared.AuditTrail.Subject;
import org.xiangpei.shared.Labels;

/**
 * Writes down what buyers do with their inquiries (design rule 9). No bureau reads these entries, and what the invited do is not among them:
 * that somebody asked or came in by a link tells who means to quote (design rule 6).
 */
@ApplicationScoped
class InquiryTrail {

    private static final String STATE = "state";
    private static final String NAME = "name";

    private final AuditTrail trail;

    InquiryTrail(AuditTrail trail) {
        this.trail = trail;
    }

    void began(Inquiry of) {
        trail.record(Change.of("begin_inquiry", subject(of), Map.of(), state(of.state())));
    }

    void wrote(Inquiry of, Terms before) {
        trail.record(Change.of("change_inquiry", subject(of), terms(before), terms(of.terms())));
    }

    void discarded(Inquiry of) {
        trail.record(Change.of("discard_inquiry", subject(of), state(of.state()), Map.of()));
    }

    void published(Inquiry of, int lines, int invited) {
        var after = new LinkedHashMap<String, Object>(state(of.state()));
        after.putAll(terms(of.terms()));
        after.put("lineCount", lines);
        after.put("invited", invited);
        trail.record(Change.of("publish_inquiry", subject(of), state(InquiryState.DRAFT), after));
    }

    void invited(Inquiry of, Invitation who) {
        trail.record(Change.of("invite_supplier", subject(of), Map.of(), Map.of(NAME, who.name())));
    }

    void removed(Inquiry of, Invitation who) {
        trail.record(Change.of("remove_supplier", subject(of), Map.of(NAME, who.name()), Map.of()));
    }

    void withdrew(Inquiry of, Invitation who, String reason) {
        trail.record(Change.of("withdraw_invitation", subject(of), Map.of(NAME, who.name()), Map.of())
                .because(reason));
    }

    void issuedLink(Inquiry of, Invitation who) {
        trail.record(Change.of("issue_invitation_link", subject(of), Map.of(), Map.of(NAME, who.name())));
    }

    void extended(Inquiry of, Extension how) {
        trail.record(Change.of(
                        "extend_inquiry",
                        subject(of),
                        Map.of("deadline", how.before().toString()),
                        Map.of("deadline", how.deadline().toString()))
                .because(how.reason()));
    }

    void cancelled(Inquiry of, InquiryState before) {
        trail.record(Change.of("cancel_inquiry", subject(of), state(before), state(of.state()))
                .because(of.endedReason().orElse(null)));
    }

    /** @param what was asked; empty for the buyer's own word to all */
    void answered(Inquiry of, String what, String answer) {
        trail.record(Change.of("answer_inquiry", subject(of), Map.of("question", what), Map.of("answer", answer)));
    }

    private static Map<String, Object> state(InquiryState state) {
        return Map.of(STATE, Labels.of(state));
    }

    private static Map<String, Object> terms(Terms terms) {
        var said = new LinkedHashMap<String, Object>();
        said.put(NAME, terms.title());
        said.put("questionsUntil", terms.questionsUntil().toString());
        said.put("deadline", terms.deadline().toString());
        said.put("openers", terms.openers());
        said.put("secondApproval", terms.secondApproval());
        said.put(
                "weights",
                terms.weights().price() + "/" + terms.weights().delivery() + "/"
                        + terms.weights().clauses());
        said.put("validDays", terms.validDays());
        return said;
    }

    private static Subject subject(Inquiry of) {
        return new Subject("inquiry", of.code(), of.terms().title(), Optional.empty(), Optional.of(of.organization()));
    }
}
