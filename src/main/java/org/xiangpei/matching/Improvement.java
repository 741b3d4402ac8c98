package org.xiangpei.matching;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.Coded;

/**
 * The smallest change of what a product states by which it would meet a clause that it fails (差一点).
 *
 * @param key what is to be changed, the same for every clause that asks for a change of it: a property code, {@code holds:<type>} or a field
 * @param label its name, for example 额定压力
 * @param from what is stated now, in the unit of {@code to}
 * @param to what would have to be stated
 * @param level the number behind {@code to}, by which several demands on one property compare; null where it is no matter of more or less
 * @param limit beyond which the clause would fail again; null where there is none
 */
public record Improvement(
        String key,
        String label,
        Direction direction,
        String from,
        String to,
        @Nullable BigDecimal level,
        @Nullable BigDecimal limit) {

    /** Which way. */
    public enum Direction implements Coded {
        /** Up to a number or rank (提高). */
        RAISE,

        /** Down to a number or rank (降低). */
        LOWER,

        /** Another option, or a certificate (改为). */
        STATE
    }

    /** Whether a product that was changed as far as the other demands meets this one, too. */
    public boolean isMetBy(Improvement other) {
        if (!key.equals(other.key) || direction != other.direction) {
            return false;
        }
        if (level == null || other.level == null) {
            return to.equals(other.to);
        }
        int far = other.level.compareTo(level) * sign();
        int tooFar = limit == null ? -1 : other.level.compareTo(limit) * sign();
        return far >= 0 && tooFar <= 0;
    }

    private int sign() {
        return direction == Direction.LOWER ? -1 : 1;
    }
}
