package org.xiangpei.sourcing.followup;

import org.xiangpei.shared.Coded;

/** How much has been delivered. */
public enum Extent implements Coded {
    /** Something, and more is to come (部分到货). */
    PART,

    /** All of it (全部到货). */
    WHOLE,

    /** On this day, after the last day of the term, something was still missing (到期未交齐). */
    LACKING
}
