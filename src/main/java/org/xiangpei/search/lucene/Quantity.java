package org.xiangpei.search.lucene;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * A number, or an option, as a question has it: 额定容量不低于630kVA, 1000千伏安, 3.5~4m, DN100, IP54.
 *
 * @param start in the folded text
 * @param end in the folded text
 * @param named the name of the property before it, or one of 厚宽高长深 after it, folded; empty when only the unit says what is meant
 * @param high the other end of a range; null for a single number
 * @param unit as it is usually written; empty for none
 * @param text number and unit without the rest, folded: an option may be called so
 */
record Quantity(
        int start,
        int end,
        String named,
        Bound bound,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        String unit,
        String text) {

    /** What a number bounds. */
    enum Bound {
        /** Nothing is said: the property says what more of it is worth. */
        NOT_SAID,
        AT_LEAST,
        AT_MOST,
        EQUALS,
        ABOUT
    }
}
