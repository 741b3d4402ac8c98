package org.xiangpei.recognition;

import org.xiangpei.shared.Coded;

/** What the recognition of a product is on a day (互认状态). */
public enum StandingStatus implements Coded {
    RECOGNISED,
    /** Recognised, and its last day is at most 90 days away. */
    EXPIRING,
    EXPIRED,
    /** By a bureau, until a day; it ends by itself. */
    SUSPENDED,
    REVOKED,
    /** Not recognised yet on that day. */
    NEVER,
    /** Listed, and no source says since when: nothing is claimed (互认情况未载明). */
    NOT_STATED;

    /** Whether it is a candidate. */
    public boolean isListed() {
        return this == RECOGNISED || this == EXPIRING || this == NOT_STATED;
    }
}
