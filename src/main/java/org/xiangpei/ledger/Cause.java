package org.xiangpei.ledger;

import org.xiangpei.shared.Coded;

/** Why a figure as known on one day differs from the same figure as known on another (变化原因). */
public enum Cause implements Coded {
    /** Purchases that were recorded in between. */
    NEW_PURCHASES,
    /** What was recorded before and is said otherwise now. */
    CORRECTIONS,
    /** What was recorded before and never took place. */
    WITHDRAWALS,
    /** Corrections that say nothing otherwise but the category. */
    RECLASSIFICATIONS,
    /** Products that are known to be recognised only since. */
    RECOGNITIONS,
    /** Products whose recognition is known to have ended, or to have been interrupted, only since. */
    EXPIRIES,
    /** Requirement lines that were posted in between. */
    NEW_LINES,
    /** Requirement lines that no longer count. */
    ENDED_LINES
}
