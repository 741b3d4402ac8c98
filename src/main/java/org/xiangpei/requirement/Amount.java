package org.xiangpei.requirement;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

/** Amounts of money as they are kept: to the fen, so that an amount read back equals the one that was written. */
final class Amount {

    private Amount() {}

    static @Nullable BigDecimal orNull(@Nullable BigDecimal yuan) {
        return yuan == null ? null : yuan.setScale(2, RoundingMode.HALF_UP);
    }

    /** A number without zeros that say nothing, so that 2 and 2.00 are the same quantity. */
    static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        if (number == null) {
            return null;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
