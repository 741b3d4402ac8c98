package org.xiangpei.recognition;

import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.catalog.Product;
import org.xiangpei.shared.AuditTrail;
import org.xiangpei.shared.AuditTrail.Change;
import org.xiangpei.shared.AuditTrail.Subject;
import org.xiangpei.shared.Labels;

import static java.util.stream.Collectors.joining;

/** Writes down what becomes of revocations (design rule 9). */
@ApplicationScoped
class RevocationTrail {

    private final AuditTrail trail;

    RevocationTrail(AuditTrail trail) {
        this.trail = trail;
    }

    void opened(Revocation of, Product product) {
        trail.record(Change.of(
                        "open_revocation",
                        subject(of, product),
                        Map.of(),
                        Map.of(
                                "product",
                                product.code(),
                                "grounds",
                                of.grounds().stream().map(Labels::of).collect(joining("、")),
                                "heardUntil",
                                of.heardUntil().toString()))
                .because(of.facts()));
    }

    void replied(Revocation of, Product product) {
        trail.record(Change.of(
                        "reply_to_revocation",
                        subject(of, product),
                        Map.of(),
                        Map.of("reply", Labels.of(of.reply().orElseThrow())))
                .because(of.replyText().orElse(null)));
    }

    void positioned(Revocation of, Product product, int session, RevocationPosition position) {
        trail.record(Change.of(
                        "take_position_on_revocation",
                        subject(of, product),
                        Map.of(),
                        Map.of("session", session, "city", position.city().label(), "accepts", position.revokes()))
                .because(position.note().orElse(null)));
    }

    void decided(Revocation of, Product product, RevocationDecision decision) {
        trail.record(Change.of(
                        "decide_revocation",
                        subject(of, product),
                        Map.of(),
                        Map.of("session", decision.session(), "decision", Labels.of(decision.choice())))
                .because(decision.note()));
    }

    void ended(Revocation of, Product product, String note) {
        RevocationOutcome outcome = of.outcome().orElseThrow();
        trail.record(Change.of(
                        outcome == RevocationOutcome.REVOKED ? "revoke_product" : "keep_product",
                        subject(of, product),
                        Map.of(),
                        Map.of("session", of.session().orElseThrow(), "decision", Labels.of(outcome)))
                .because(note));
    }

    private static Subject subject(Revocation of, Product product) {
        return new Subject(
                "revocation", of.code(), product.details().name(), Optional.of(of.homeCity()), Optional.empty());
    }
}
