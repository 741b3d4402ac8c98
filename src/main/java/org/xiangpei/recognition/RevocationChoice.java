package org.xiangpei.recognition;

import org.xiangpei.shared.Coded;

/** What a joint session can decide of a revocation. */
public enum RevocationChoice implements Coded {
    REVOKE,
    KEEP,
    /** To the next session. */
    POSTPONE
}
