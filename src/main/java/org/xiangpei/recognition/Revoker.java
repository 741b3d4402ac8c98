package org.xiangpei.recognition;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

import org.xiangpei.catalog.Product;
import org.xiangpei.shared.RuleViolation;

import static java.util.stream.Collectors.joining;

/** Ends revocations with the session that has decided them. Runs in the transaction that closes it. */
@ApplicationScoped
class Revoker {

    private final EntityManager entities;
    private final RevocationRecords records;
    private final Cases cases;
    private final CaseTrail caseTrail;
    private final RevocationTrail trail;
    private final RevocationNotices news;

    Revoker(
            EntityManager entities,
            RevocationRecords records,
            Cases cases,
            CaseTrail caseTrail,
            RevocationTrail trail,
            RevocationNotices news) {
        this.entities = entities;
        this.records = records;
        this.cases = cases;
        this.caseTrail = caseTrail;
        this.trail = trail;
        this.news = news;
    }

    /** @throws RuleViolation {@code revocation-open} while it is not decided whether that product stays recognised */
    void requireNotRevoking(RecognitionCase of) {
        of.productCode().flatMap(records::findOpen).ifPresent(open -> {
            throw new RuleViolation(
                    "revocation-open", of.code() + " 的产品正在撤销程序中（" + open.code() + "）。请先决定是否撤销，这份申报延后到下一次会议。");
        });
    }

    /** @throws RuleViolation {@code undecided} while a revocation that can be decided is not */
    List<RevocationItem> decided(JointSession session, Moment now) {
        List<RevocationItem> agenda = records.agenda(session.number(), now.day());
        String open = agenda.stream()
                .filter(it -> it.decision().isEmpty())
                .map(it -> it.of().code())
                .collect(joining("、"));
        if (!open.isEmpty()) {
            throw new RuleViolation("undecided", "还有撤销事项没有决定：" + open + "。今天定不下来的请选“延后”。");
        }
        return agenda;
    }

    /** From the day of closing what is revoked is not recognised. */
    void end(RevocationItem item, JointSession session, Moment now) {
        RevocationDecision decision = item.decision().orElseThrow();
        switch (decision.choice()) {
            case POSTPONE -> {}
            case KEEP -> end(item.of(), RevocationOutcome.KEPT, session, decision.note(), now);
            case REVOKE -> {
                item.requireAgreed(RevocationChoice.REVOKE);
                revoke(item.of(), decision.note(), now);
                end(item.of(), RevocationOutcome.REVOKED, session, decision.note(), now);
            }
        }
    }

    private void end(Revocation of, RevocationOutcome outcome, JointSession session, String note, Moment now) {
        of.end(outcome, session.number(), now.day());
        Product product = entities.find(Product.class, of.productCode());
        trail.ended(of, product, note);
        news.ended(of, product, note);
    }

    private void revoke(Revocation of, String note, Moment now) {
        entities.persist(StandingEvent.revoked(
                of.productCode(),
                now.day(),
                of.grounds().stream().map(RevocationGround::name).toList(),
                note,
                now.at()));
        cases
                .find("productCode = ?1 and kind <> ?2", of.productCode(), CaseKind.NEW)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .stream()
                .filter(it -> it.state().isUnderWay())
                .forEach(it -> end(it, now));
    }

    /** What builds on that recognition. */
    private void end(RecognitionCase of, Moment now) {
        CaseState before = of.state();
        of.endWithRevocation(now.at());
        caseTrail.withdrawn(of, before);
    }
}
