package org.xiangpei.insight.report;

import org.xiangpei.shared.Coded;

/** What a report is made for. */
public enum ReportKind implements Coded {
    /** A month (月度报告). */
    MONTHLY,

    /** A joint session: all since the one before (联席会议专报). */
    SESSION
}
