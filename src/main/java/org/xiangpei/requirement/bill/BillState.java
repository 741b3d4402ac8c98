package org.xiangpei.requirement.bill;

import org.xiangpei.shared.Coded;

/** How far a bill has come. */
public enum BillState implements Coded {
    /** It waits for somebody to say what its columns hold. */
    UPLOADED,
    QUEUED,
    READING,
    READ,
    CANCELLED,
    FAILED;

    /** Whether the service has something to do for it. */
    boolean isWaiting() {
        return this == QUEUED || this == READING;
    }
}
