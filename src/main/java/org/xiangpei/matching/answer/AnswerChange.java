package org.xiangpei.matching.answer;

import org.xiangpei.shared.Coded;

/** What a product has changed of the answer to a line. */
public enum AnswerChange implements Coded {
    /** It qualifies now (新增合格). */
    GAINED,

    /** It was the last that qualified, and does no longer (不再合格). */
    LOST
}
