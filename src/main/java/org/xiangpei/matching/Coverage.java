package org.xiangpei.matching;

import org.xiangpei.shared.Coded;

/** The best that the catalogue has for one line. */
public enum Coverage implements Coded {
    QUALIFIED,
    POSSIBLE,
    NONE
}
