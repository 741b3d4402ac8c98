package org.xiangpei.requirement.bill;

import org.xiangpei.shared.Coded;

/** How sure it is what a column holds. */
public enum Confidence implements Coded {
    /** Somebody has said so. */
    CHOSEN,
    /** Somebody of the organisation has said so of a table with the same headings. */
    REMEMBERED,
    HIGH,
    MEDIUM,
    LOW
}
