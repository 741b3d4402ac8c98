package org.xiangpei.sourcing.award;

import org.xiangpei.shared.Coded;

/** What offers are compared by (评审因素). */
public enum Measure implements Coded {
    /** The mandatory clauses, which come before all others. */
    MANDATORY,
    PRICE,
    DELIVERY,
    CLAUSES
}
