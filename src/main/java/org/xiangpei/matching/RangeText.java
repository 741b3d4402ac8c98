package org.xiangpei.matching;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.Range;
import org.xiangpei.shared.units.Units;

/** Numbers with their units, for a reader. */
final class RangeText {

    private static final MathContext READABLE = new MathContext(6, RoundingMode.HALF_UP);

    private RangeText() {}

    /** {@code ≥ 630 kVA}, {@code 3.5～4 m}, {@code 2 t}; at least one end is there. */
    static String range(Range range, String unit) {
        BigDecimal low = range.low();
        BigDecimal high = range.high();
        if (low == null) {
            return "≤ " + withUnit(number(high), unit);
        }
        if (high == null) {
            return "≥ " + withUnit(number(low), unit);
        }
        return range.isPoint() ? withUnit(number(low), unit) : withUnit(number(low) + "～" + number(high), unit);
    }

    static String withUnit(String number, String unit) {
        String shown = Units.display(unit);
        return shown.isEmpty() || shown.equals("%") ? number + shown : number + " " + shown;
    }

    /** Whole numbers and short decimals as they are; what a conversion left endless is rounded. */
    static String number(@Nullable BigDecimal number) {
        if (number == null) {
            return "";
        }
        BigDecimal shown = number.precision() > 12 ? number.round(READABLE).stripTrailingZeros() : number;
        return (shown.scale() < 0 ? shown.setScale(0) : shown).toPlainString();
    }
}
