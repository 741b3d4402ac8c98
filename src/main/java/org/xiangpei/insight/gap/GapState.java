package org.xiangpei.insight.gap;

import org.xiangpei.shared.Coded;

/** How it stands with a gap. Closing is nobody's decision: it follows from the lines. */
public enum GapState implements Coded {
    /** Some line is unmet, and nobody follows it (未跟进). */
    OPEN,

    /** Some line is unmet, and a bureau follows it (跟进中). */
    IN_HAND,

    /** Every line of it is met or ended (已补上). It opens again with the next unmet line, in the hand it was in. */
    CLOSED;

    static GapState of(boolean unmet, boolean followed) {
        if (!unmet) {
            return CLOSED;
        }
        return followed ? IN_HAND : OPEN;
    }
}
