package org.xiangpei.sourcing.award;

import org.xiangpei.shared.Coded;

/** How a line ends that no quotation got. */
public enum EndKind implements Coded {
    /** From somebody else (另行采购). */
    ELSEWHERE,

    /** Not at all (不采购). */
    NOT_BOUGHT
}
