package org.xiangpei.insight;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.Rate;

/**
 * A rate as it may be shown.
 *
 * <p>Fewer than {@value #FEWEST_RECORDS} records tell single deals to those who could not see them, so their rate is hidden
 * (design rule 7). No records at all hide nothing.
 *
 * @param records how many facts stand behind it, shown also when the rate is not
 */
public record Figure(long records, @Nullable Rate shown) {

    public static final int FEWEST_RECORDS = 5;

    static Figure of(Rate rate, boolean hidden) {
        return new Figure(rate.records(), hidden ? null : rate);
    }

    static boolean isFew(long records) {
        return records > 0 && records < FEWEST_RECORDS;
    }

    public boolean hidden() {
        return shown == null;
    }

    /** Empty when hidden. */
    public Optional<Rate> rate() {
        return Optional.ofNullable(shown);
    }
}
