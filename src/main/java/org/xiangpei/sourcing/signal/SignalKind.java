package org.xiangpei.sourcing.signal;

import org.xiangpei.shared.Coded;

/**
 * What a signal points at (提示种类). Definition, formula and source of each stand in {@code labels.properties} under
 * {@code signalMeaning}, {@code signalFormula} and {@code signalSource}.
 */
public enum SignalKind implements Coded {
    /** A buyer's inquiries on which one supplier alone quoted. */
    SINGLE_QUOTATION,

    /** Two suppliers that name the same price to the fen. */
    IDENTICAL_PRICES,

    /** Two suppliers of which one wins and the other is next to it by a hair, again and again. */
    CLOSE_TO_WINNER,

    /** A buyer's inquiries whose clauses leave one of several quotations. */
    ALL_BUT_ONE_EXCLUDED,

    /** A buyer's inquiries that leave very little time to answer. */
    SHORT_PERIOD
}
