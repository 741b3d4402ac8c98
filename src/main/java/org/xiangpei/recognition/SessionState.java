package org.xiangpei.recognition;

import org.xiangpei.shared.Coded;

/** How far a joint session has come. */
public enum SessionState implements Coded {
    /** Convened: positions are taken and decisions are made. */
    CONVENED,

    /** Its batch is made; nothing changes any more. */
    CLOSED
}
