package org.xiangpei.search;

import org.xiangpei.shared.Coded;

/** How a product fits what a question asks of a property, the best first. Not stated is not no: it comes before what surely fails. */
public enum Fit implements Coded {
    /** Just what was asked. */
    EXACT,
    /** What was asked, or better. */
    MEETS,
    UNKNOWN,
    FAILS
}
