package org.xiangpei.requirement;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.shared.AuditTrail;
import org.xiangpei.shared.AuditTrail.Change;
import org.xiangpei.shared.AuditTrail.Subject;
import org.xiangpei.shared.Labels;

/**
 * Writes down what becomes of requirements (design rule 9). They are their buyer's own: no bureau reads these entries, no budget stands
 * in them, and of a draft only that it began or went.
 */
@ApplicationScoped
class RequirementTrail {

    private static final String STATE = "state";

    private final AuditTrail trail;

    RequirementTrail(AuditTrail trail) {
        this.trail = trail;
    }

    void began(Requirement of) {
        trail.record(Change.of("begin_requirement", draft(of), Map.of(), Map.of(STATE, Labels.of(of.state()))));
    }

    void discarded(Requirement of) {
        trail.record(Change.of("discard_requirement", draft(of), Map.of(STATE, Labels.of(of.state())), Map.of()));
    }

    void published(Requirement of) {
        trail.record(Change.of(
                "publish_requirement",
                subject(of),
                Map.of(STATE, Labels.of(RequirementState.DRAFT)),
                Map.of(
                        STATE,
                        Labels.of(of.state()),
                        "edition",
                        of.edition(),
                        "visibility",
                        Labels.of(of.visibility()))));
    }

    /** @param lines how many lines the edition changed */
    void changed(Requirement of, int lines) {
        var after = new LinkedHashMap<String, Object>();
        after.put("edition", of.edition());
        after.put("lines", lines);
        after.put("visibility", Labels.of(of.visibility()));
        trail.record(
                Change.of("change_requirement", subject(of), Map.of("edition", of.edition() - 1), Map.copyOf(after)));
    }

    void ended(Requirement of) {
        String action = of.state() == RequirementState.WITHDRAWN ? "withdraw_requirement" : "close_requirement";
        trail.record(Change.of(
                        action,
                        subject(of),
                        Map.of(STATE, Labels.of(RequirementState.PUBLISHED)),
                        Map.of(STATE, Labels.of(of.state())))
                .because(of.endedReason().orElse(null)));
    }

    private static Subject draft(Requirement of) {
        return new Subject("requirement", of.code(), "需求草稿", Optional.empty(), Optional.of(of.organization()));
    }

    private static Subject subject(Requirement of) {
        return new Subject("requirement", of.code(), of.title(), Optional.empty(), Optional.of(of.organization()));
    }
}
