package org.xiangpei.matching;

import org.xiangpei.shared.Coded;

/** The answer to one clause. Unknown is a question to the manufacturer, never a rejection. */
public enum ClauseResult implements Coded {
    PASS,
    FAIL,
    UNKNOWN
}
