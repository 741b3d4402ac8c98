package org.xiangpei.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.shared.AuditTrail;
import org.xiangpei.shared.AuditTrail.Change;
import org.xiangpei.shared.AuditTrail.Subject;
import org.xiangpei.shared.Money;

/** Writes down what became of the ledger (design rule 9). */
@ApplicationScoped
class PurchaseTrail {

    private final AuditTrail trail;

    PurchaseTrail(AuditTrail trail) {
        this.trail = trail;
    }

    void applied(PurchaseUpload upload, List<PurchaseRecord> records) {
        Map<String, Object> after = counts(upload.foreseen());
        after.put("firstCode", records.getFirst().code());
        after.put("lastCode", records.getLast().code());
        trail.record(Change.of("import_purchases", upload.subject(), Map.of(), after));
    }

    void undone(PurchaseUpload upload, int facts) {
        trail.record(Change.of(
                "undo_purchase_import", upload.subject(), counts(upload.foreseen()), Map.of("records", facts)));
    }

    void awarded(List<PurchaseRecord> records) {
        var after = new LinkedHashMap<String, Object>();
        after.put("records", records.size());
        after.put(
                "amount",
                records.stream()
                        .map(PurchaseRecord::amount)
                        .reduce(Money.ZERO, Money::plus)
                        .toString());
        after.put("lastCode", records.getLast().code());
        trail.record(Change.of("record_awards", subject(records.getFirst()), Map.of(), after));
    }

    /** What of it is said otherwise now, and why. */
    void corrected(PurchaseRecord before, PurchaseRecord after, String reason) {
        String action = after.cancels() ? "withdraw_purchase" : "correct_purchase";
        Map<String, String> was = Facts.of(before);
        Map<String, String> is = Facts.of(after);
        var changedFrom = new LinkedHashMap<>(was);
        changedFrom.entrySet().removeIf(it -> it.getValue().equals(is.get(it.getKey())));
        var changedTo = new LinkedHashMap<>(is);
        changedTo.entrySet().removeIf(it -> it.getValue().equals(was.get(it.getKey())));
        trail.record(Change.of(action, subject(before), changedFrom, changedTo).because(reason));
    }

    void judged(PurchaseRecord one, PurchaseRecord other, boolean same) {
        trail.record(Change.of(
                "judge_duplicate",
                subject(one),
                Map.of(),
                Map.of("other", other.code(), "same", same ? "是同一笔" : "不是同一笔")));
    }

    private static Subject subject(PurchaseRecord record) {
        return new Subject(
                "purchase_record",
                record.code(),
                record.item().name(),
                Optional.empty(),
                Optional.of(record.buyer().code()));
    }

    private static Map<String, Object> counts(Foreseen result) {
        var counts = new LinkedHashMap<String, Object>();
        counts.put("records", result.records());
        counts.put("corrections", result.corrections());
        counts.put("cancellations", result.cancellations());
        counts.put("amount", result.amount().toString());
        return counts;
    }
}
