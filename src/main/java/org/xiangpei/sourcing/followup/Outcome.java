package org.xiangpei.sourcing.followup;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What one award says of its supplier, as far as its buyer has stated it. What is empty is unknown, and counts nowhere.
 *
 * @param organization the code of the buyer
 * @param disputed whether the supplier does not agree with something that is in effect
 */
record Outcome(
        String organization,
        Optional<Boolean> onTime,
        Optional<Boolean> accepted,
        Optional<BigDecimal> rating,
        boolean disputed) {

    static Outcome of(FollowedAward award, Progress progress, boolean disputed) {
        return new Outcome(
                award.buyer().organization(),
                progress.onTime(),
                progress.acceptance().map(it -> it.quality().isAcceptedAtOnce()),
                progress.rating().map(Said.Rating::mean),
                disputed);
    }

    /** Whether anything is known. */
    boolean isRecord() {
        return onTime.isPresent() || accepted.isPresent() || rating.isPresent();
    }
}
