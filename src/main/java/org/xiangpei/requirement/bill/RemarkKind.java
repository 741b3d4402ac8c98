package org.xiangpei.requirement.bill;

import org.xiangpei.shared.Coded;

/** What a remark means for its row. */
public enum RemarkKind implements Coded {
    /** A value that could not be taken over. */
    FAULT,
    /** Words that became no clause, or clauses that contradict each other. */
    HINT,
    /** A row that is no line: a title, a sum. */
    SKIPPED
}
