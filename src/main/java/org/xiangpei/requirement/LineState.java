package org.xiangpei.requirement;

import org.xiangpei.shared.Coded;

/** What is done with a line of a requirement. */
public enum LineState implements Coded {
    /** It is matched, and published with the requirement. */
    OPEN,

    /** Put back to be asked about (待询): nothing in the catalogue was found for it yet. It is published all the same: firms may know better. */
    ASK,

    /** Not wanted (不采购): neither matched nor published. */
    DROPPED;

    public boolean isAsked() {
        return this != DROPPED;
    }
}
