package org.xiangpei.recognition;

import org.xiangpei.shared.Coded;

/** Why a recognition is to be revoked (撤销理由). */
public enum RevocationGround implements Coded {
    /** The filing was false. */
    FALSE_FILING,
    /** What is delivered is not what was recognised. */
    NOT_AS_RECOGNISED,
    /** Supervision has found it defective, and it was not put right. */
    DEFECTIVE,
    /** A certificate or licence that it needs was withdrawn or has ended. */
    CERTIFICATE_LOST,
    /** Not made in the three cities any more, or not made at all. */
    NOT_MADE_ANY_MORE,
    OTHER
}
