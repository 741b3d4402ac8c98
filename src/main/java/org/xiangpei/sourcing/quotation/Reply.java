package org.xiangpei.sourcing.quotation;

import org.xiangpei.shared.Coded;

/** What a supplier says to one clause of a line. */
public enum Reply implements Coded {
    CONFIRMED,
    /** Offers something else, and says what (偏离). */
    DEVIATES,
    UNANSWERED
}
