package org.xiangpei.registration;

import java.util.Set;

import org.xiangpei.shared.Coded;
import org.xiangpei.shared.RuleViolation;

/**
 * What somebody who vets says to a registration.
 *
 * @param round the submission that was looked at: another one must be looked at again
 * @param note in words, for who registered; empty for none
 */
public record Decision(Kind kind, int round, Set<ReturnReason> reasons, String note) {

    /** What can be decided (审核决定). */
    public enum Kind implements Coded {
        APPROVE,
        RETURN,
        REJECT
    }

    private static final int LONGEST_NOTE = 500;

    public Decision {
        reasons = Set.copyOf(reasons);
        note = note.strip();
    }

    /** @throws RuleViolation {@code bad-decision} when those who registered would not learn why */
    void check() {
        if (note.length() > LONGEST_NOTE) {
            throw wrong("说明最多 " + LONGEST_NOTE + " 字，这里有 " + note.length() + " 字。");
        }
        if (kind == Kind.RETURN && reasons.isEmpty()) {
            throw wrong("退回时至少选一个原因，让登记单位知道改什么。");
        }
        if (kind != Kind.APPROVE && reasons.contains(ReturnReason.OTHER) && note.isEmpty()) {
            throw wrong("选了“其他”，请在说明里写清楚。");
        }
        if (kind == Kind.REJECT && note.isEmpty()) {
            throw wrong("不予通过时必须写明理由。");
        }
    }

    private static RuleViolation wrong(String detail) {
        return new RuleViolation("bad-decision", detail);
    }
}
