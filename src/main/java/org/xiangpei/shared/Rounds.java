package org.xiangpei.shared;

import java.util.function.BooleanSupplier;

/** How work that has waited is done: piece by piece, each in a transaction of its own, so that other instances can take some of it. */
public final class Rounds {

    private Rounds() {}

    /**
     * Until nothing is left.
     *
     * @param piece does some of it, and says whether there may be more
     */
    public static void untilDone(BooleanSupplier piece) {
        boolean more;
        do {
            more = piece.getAsBoolean();
        } while (more);
    }
}
