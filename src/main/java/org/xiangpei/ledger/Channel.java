package org.xiangpei.ledger;

import org.xiangpei.shared.Coded;

/** By which way a purchase came into the ledger (登记方式). */
public enum Channel implements Coded {
    /** A file that somebody uploaded. */
    FILE,
    /** A program with an access token. */
    PROGRAM,
    /** Typed in by somebody, as corrections are. */
    HAND,
    /** The award of an inquiry. */
    AWARD
}
