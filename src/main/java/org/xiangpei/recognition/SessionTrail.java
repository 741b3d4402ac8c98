package org.xiangpei.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Product;
import org.xiangpei.shared.AuditTrail;
import org.xiangpei.shared.AuditTrail.Change;
import org.xiangpei.shared.AuditTrail.Subject;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;

/** Writes down what becomes of joint sessions, and of recognitions afterwards (design rule 9). */
@ApplicationScoped
class SessionTrail {

    private static final String STATE = "state";

    private final AuditTrail trail;

    SessionTrail(AuditTrail trail) {
        this.trail = trail;
    }

    void convened(JointSession session) {
        trail.record(Change.of(
                "convene_session",
                subject(session),
                Map.of(),
                Map.of("heldOn", session.heldOn().toString(), "place", session.place())));
    }

    void moved(JointSession session, SessionChange change) {
        trail.record(Change.of(
                        "move_session",
                        subject(session),
                        Map.of("heldOn", change.heldOn().toString(), "place", change.place()),
                        Map.of("heldOn", session.heldOn().toString(), "place", session.place()))
                .because(change.reason()));
    }

    void calledOff(JointSession session, SessionChange change) {
        trail.record(Change.of(
                        "call_off_session",
                        subject(session),
                        Map.of(
                                STATE,
                                Labels.of(session.state()),
                                "heldOn",
                                change.heldOn().toString(),
                                "place",
                                change.place()),
                        Map.of())
                .because(change.reason()));
    }

    void positioned(JointSession session, RecognitionCase of, City city, boolean accepts, String note) {
        trail.record(Change.of(
                        "take_position",
                        CaseTrail.subject(of),
                        Map.of(),
                        Map.of("session", session.number(), "city", city.label(), "accepts", accepts))
                .because(orNull(note)));
    }

    void decided(JointSession session, RecognitionCase of, SessionDecision decision) {
        trail.record(Change.of(
                        "decide_filing",
                        CaseTrail.subject(of),
                        Map.of(),
                        Map.of("session", session.number(), "decision", Labels.of(decision.outcome())))
                .because(decision.note().orElse(null)));
    }

    void closed(JointSession session, Batch batch, List<AgendaItem> decided) {
        trail.record(Change.of(
                "close_session",
                subject(session),
                Map.of(STATE, Labels.of(SessionState.CONVENED)),
                Map.of(
                        STATE,
                        Labels.of(session.state()),
                        "batch",
                        batch.number(),
                        "validUntil",
                        String.valueOf(batch.validity().until()),
                        "filings",
                        decided.stream().map(it -> it.of().code()).toList())));
    }

    void ended(RecognitionCase of, CaseState before, Batch batch, Optional<String> note) {
        trail.record(Change.of(
                        of.state() == CaseState.RECOGNISED ? "recognise_product" : "refuse_product",
                        CaseTrail.subject(of),
                        Map.of(STATE, Labels.of(before)),
                        Map.of(STATE, Labels.of(of.state()), "batch", batch.number()))
                .because(note.orElse(null)));
    }

    void suspended(Product product, City city, LocalDate until, SuspensionReason reason, String note) {
        trail.record(Change.of(
                        "suspend_product",
                        subject(product, city),
                        Map.of(),
                        Map.of("until", until.toString(), "reason", Labels.of(reason)))
                .because(note));
    }

    void resumed(Product product, City city, String note) {
        trail.record(Change.of("resume_product", subject(product, city), Map.of(), Map.of())
                .because(note));
    }

    private static Subject subject(Product product, City city) {
        return new Subject("product", product.code(), product.details().name(), Optional.of(city), Optional.empty());
    }

    private static Subject subject(JointSession session) {
        return new Subject(
                "joint_session",
                String.valueOf(session.number()),
                "第 " + session.number() + " 批联席会议",
                Optional.of(session.host()),
                Optional.empty());
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
