package org.xiangpei.matching;

import org.xiangpei.shared.Coded;

/** The best that the catalogue has for one line. */
public enum Coverage implements Coded {
    QUALIFIED,
    POSSIBLE,

    /**
     * Only found by name (仅按名称找到): the line names no category and asks for no property, so that nothing says whether what its words
     * find is the thing at all. Counts as not covered.
     */
    FOUND,
    NONE
}
