package org.xiangpei.sourcing.award;

import org.xiangpei.shared.Coded;

/** What an offer says to the mandatory clauses of its line (必须条款); the better first. */
public enum Standing implements Coded {
    /** All are confirmed. */
    MEETS,

    /** None is denied, and some are not answered: a question, not a rejection. */
    OPEN,

    /** One at least is not met, by the supplier's own word. */
    DEVIATES
}
