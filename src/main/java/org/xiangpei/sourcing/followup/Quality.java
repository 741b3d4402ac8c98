package org.xiangpei.sourcing.followup;

import org.xiangpei.shared.Coded;

/** What the buyer found when it examined what was delivered. */
public enum Quality implements Coded {
    /** As ordered, at first sight (一次验收合格). */
    PASSED,

    /** As ordered after the supplier had mended or exchanged something (整改后合格). */
    REMEDIED,

    /** Not as ordered (不合格). */
    REJECTED;

    /** Whether it counts as accepted in a firm's record: what had to be mended first does not. */
    public boolean isAcceptedAtOnce() {
        return this == PASSED;
    }
}
