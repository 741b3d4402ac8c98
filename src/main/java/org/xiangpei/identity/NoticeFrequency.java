package org.xiangpei.identity;

import org.xiangpei.shared.Coded;

/** How soon somebody wants to hear of an event (频率). */
public enum NoticeFrequency implements Coded {
    /** 即时. */
    AT_ONCE,

    /** Together with what else happened, every morning (每日汇总). */
    DAILY,

    /** Together with what else happened, every Monday morning (每周汇总). */
    WEEKLY,

    /** 不要. */
    NEVER
}
