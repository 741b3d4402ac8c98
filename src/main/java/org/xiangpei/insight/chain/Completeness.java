package org.xiangpei.insight.chain;

import org.xiangpei.shared.Coded;

/** How a category of a chain is supplied in the region. */
public enum Completeness implements Coded {
    /** By two firms or more (完整). */
    COMPLETE,

    /** By a single firm (单一来源). */
    THIN,

    /** By nobody, though it is asked for or bought (断点). */
    BROKEN,

    /** By nobody, and nobody asked for it or bought it yet (空白). */
    BLANK;

    public static final int COMPLETE_FROM = 2;

    /**
     * @param suppliers firms with a listed product of the category today
     * @param demanded whether a requirement line asks for it, or a purchase is of it
     */
    public static Completeness of(long suppliers, boolean demanded) {
        if (suppliers >= COMPLETE_FROM) {
            return COMPLETE;
        }
        if (suppliers == 1) {
            return THIN;
        }
        return demanded ? BROKEN : BLANK;
    }
}
