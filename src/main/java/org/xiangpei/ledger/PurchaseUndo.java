package org.xiangpei.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.ledger.PurchaseRecord.Entry;
import org.xiangpei.ledger.PurchaseRecord.Origin;
import org.xiangpei.shared.Provenance;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.RowError;

/** The facts that take an upload back: facts are never deleted, so each of its purchases gets one more. */
final class PurchaseUndo {

    private final PurchaseRecords ledger;
    private final Actor actor;
    private final Instant now;
    private final String importCode;
    private final Map<String, String> firstCodes;
    private final List<PurchaseRecord> facts = new ArrayList<>();

    PurchaseUndo(PurchaseRecords ledger, Actor actor, Instant now, String importCode) {
        this.ledger = ledger;
        this.actor = actor;
        this.now = now;
        this.importCode = importCode;
        Map<String, PurchaseRecord> recorded =
                ledger.of(importCode).stream().collect(Collectors.toMap(PurchaseRecord::code, Function.identity()));
        List<PurchaseRecord> heads = ledger.heads(importCode);
        firstCodes = ledger.firstCodes(importCode);
        requireUntouched(recorded, heads);
        heads.forEach(head -> undo(head, recorded));
    }

    List<PurchaseRecord> facts() {
        return facts;
    }

    private void undo(PurchaseRecord head, Map<String, PurchaseRecord> recorded) {
        PurchaseRecord before = before(head, recorded);
        if (before != null) {
            facts.add(before.as(code(), entry(head)));
        } else if (!head.cancels()) {
            facts.add(head.withdrawn(code(), entry(head)));
        }
    }

    /** What the upload found there and corrected; null where the purchase began with it. */
    private @Nullable PurchaseRecord before(PurchaseRecord head, Map<String, PurchaseRecord> recorded) {
        if (began(head, recorded)) {
            return null;
        }
        PurchaseRecord found = head;
        while (recorded.containsKey(found.code())) {
            found = ledger.find(Objects.requireNonNull(found.entry().supersedes()))
                    .orElseThrow();
        }
        return found;
    }

    /** What corrects a purchase of somebody else's upload can be taken back only while nobody has corrected it again. */
    private void requireUntouched(Map<String, PurchaseRecord> recorded, List<PurchaseRecord> heads) {
        List<RowError> touched = heads.stream()
                .filter(head -> !recorded.containsKey(head.code()))
                .filter(head -> !began(head, recorded))
                .map(head ->
                        new RowError(importCode, 0, null, head.code(), "这次导入更正过的记录之后又被更正（" + head.code() + "），请先处理那一条"))
                .toList();
        if (!touched.isEmpty()) {
            throw new RuleViolation(
                    "import-not-undoable", "有 " + touched.size() + " 条更正此后又被更正，整次导入因此没有撤销，未作任何更改。", touched);
        }
    }

    /** Whether the purchase began with this upload. */
    private boolean began(PurchaseRecord head, Map<String, PurchaseRecord> recorded) {
        return recorded.containsKey(firstCodes.getOrDefault(head.code(), head.code()));
    }

    private String code() {
        return importCode + "-U" + (facts.size() + 1);
    }

    private Entry entry(PurchaseRecord head) {
        return new Entry(
                Provenance.DOCUMENTED,
                head.entry().source(),
                now,
                head.code(),
                new Origin(
                        Channel.HAND,
                        head.entry().origin().number(),
                        null,
                        "撤销导入 " + importCode,
                        actor.login(),
                        actor.name()));
    }
}
