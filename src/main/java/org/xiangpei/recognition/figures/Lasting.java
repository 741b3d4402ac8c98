package org.xiangpei.recognition.figures;

import java.math.BigDecimal;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * How long something took, in calendar days, and how long what is not over has lasted.
 *
 * @param ended within the period; {@code median}, {@code ninetieth} and {@code longest} are of these, and null without any
 * @param open on the as-of day, of which the oldest has lasted {@code oldest} days
 */
public record Lasting(
        Tally ended,
        @Nullable BigDecimal median,
        @Nullable BigDecimal ninetieth,
        @Nullable BigDecimal longest,
        Tally open,
        @Nullable BigDecimal oldest) {

    public static final Lasting NONE = new Lasting(Tally.NONE, null, null, null, Tally.NONE, null);

    /** Empty when nothing ended, or few that the reader could not see. */
    public Optional<BigDecimal> shownMedian() {
        return ended.hidden() ? Optional.empty() : Optional.ofNullable(median);
    }
}
