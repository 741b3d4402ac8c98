package org.xiangpei.sourcing;

import org.xiangpei.shared.Coded;

/** What an inquiry is in at a moment: its state, and by the clock of the server whether the deadline has passed. */
public enum Phase implements Coded {
    DRAFT,

    /** Before the deadline (询价中). */
    ASKING,

    /** After the deadline, not opened yet (已截止待开启). */
    CLOSED,
    OPENED,
    DECIDED,
    CANCELLED
}
