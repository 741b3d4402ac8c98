package org.xiangpei.recognition;

import org.xiangpei.shared.Coded;

/** What a joint session can decide of a filing (会议决定). */
public enum Outcome implements Coded {
    RECOGNISE,
    REFUSE,
    /** To the next session. */
    POSTPONE
}
