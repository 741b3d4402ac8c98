package org.xiangpei.recognition;

import org.xiangpei.shared.Coded;

/** What a city can answer (审查意见). */
public enum Answer implements Coded {
    ACCEPT,

    /** Sends the filing back to be amended; each city may do so once. */
    RETURN,

    /** Is against; only a joint session can decide then. */
    OBJECT
}
