package org.xiangpei.recognition;

import java.util.Set;

import org.xiangpei.shared.Coded;

/** How far a filing has come (申报状态). ADR 0090 has the diagram. */
public enum CaseState implements Coded {
    /** Being written; the own firm's alone. */
    DRAFT,

    /** The home city examines (属地审查). */
    FILED,

    /** The home city has accepted; the other two examine in parallel (两市并联审查). */
    CIRCULATED,

    /** Sent back with reasons; waits for the firm. */
    RETURNED,

    /** All three cities have accepted; waits for the joint session that closes the batch. */
    READY,

    /** A city was silent or objected; only a joint session can decide. */
    ESCALATED,

    /** Taken back by the firm. */
    WITHDRAWN,

    /** In the batch of a joint session. */
    RECOGNISED,

    /** A joint session decided against it. */
    REFUSED;

    /** What the next joint session has to decide. */
    public static final Set<CaseState> FOR_SESSION = Set.of(READY, ESCALATED);

    public boolean isForSession() {
        return FOR_SESSION.contains(this);
    }

    /** Whether a joint session has decided it. */
    public boolean isDecided() {
        return this == RECOGNISED || this == REFUSED;
    }

    /** Whether a bureau is asked to answer. */
    public boolean isExamined() {
        return this == FILED || this == CIRCULATED;
    }

    /** Whether the firm may change what it states. */
    public boolean isWritable() {
        return this == DRAFT || this == RETURNED;
    }

    /** Whether it was sent and something can still become of it. */
    public boolean isUnderWay() {
        return switch (this) {
            case DRAFT, WITHDRAWN, RECOGNISED, REFUSED -> false;
            case FILED, CIRCULATED, RETURNED, READY, ESCALATED -> true;
        };
    }
}
