package org.xiangpei.recognition;

import org.xiangpei.shared.Coded;

/** For what a firm files (申报种类). */
public enum CaseKind implements Coded {
    /** A product that is not recognised, or is to be recognised anew from the beginning. */
    NEW,

    /** Another term of a recognised product (续期). */
    RENEWAL,

    /** Other values of a recognised product; its term stays (变更). */
    CHANGE;

    /** Whether it gives the product a term, and so a place in the batch. */
    public boolean givesTerm() {
        return this != CHANGE;
    }
}
