package org.xiangpei.requirement;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.units.Units;

/** A closed range of numbers of one unit; a missing end is infinite. Ends compare within 1e-9. */
public record Range(@Nullable BigDecimal low, @Nullable BigDecimal high) {

    /** Whether every value of the other range lies in this one. */
    public boolean covers(Range other) {
        return (low == null || (other.low != null && Units.compare(other.low, low) >= 0))
                && (high == null || (other.high != null && Units.compare(other.high, high) <= 0));
    }

    /** Whether some value lies in both. */
    public boolean meets(Range other) {
        return !isBelow(this, other) && !isBelow(other, this);
    }

    /** Nothing can lie between 5 and 3. */
    public boolean isEmpty() {
        return low != null && high != null && Units.compare(low, high) > 0;
    }

    /** A single value. */
    public boolean isPoint() {
        return low != null && high != null && low.compareTo(high) == 0;
    }

    /** The range in another unit of the same dimension. */
    public Range convert(String from, String to, boolean difference) {
        return from.equals(to)
                ? this
                : new Range(convert(low, from, to, difference), convert(high, from, to, difference));
    }

    private static @Nullable BigDecimal convert(@Nullable BigDecimal end, String from, String to, boolean difference) {
        if (end == null) {
            return null;
        }
        return difference ? Units.convertDifference(end, from, to) : Units.convert(end, from, to);
    }

    private static boolean isBelow(Range one, Range other) {
        return one.high != null && other.low != null && Units.compare(one.high, other.low) < 0;
    }
}
