package org.xiangpei.matching;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Better;
import org.xiangpei.requirement.Range;
import org.xiangpei.shared.units.Units;

/** What a stated range promises of an asked one, both in one unit (design section 4). */
final class QuantityRule {

    private QuantityRule() {}

    static ClauseResult judge(Better better, Range asked, Range stated) {
        return switch (better) {
            case HIGHER, LOWER -> guarantee(asked, stated);
            case NONE -> selection(asked, stated);
            case WIDER -> envelope(asked, stated);
        };
    }

    /** The product has some value of the stated range, and nobody knows which: all must do. */
    private static ClauseResult guarantee(Range asked, Range stated) {
        if (asked.covers(stated)) {
            return ClauseResult.PASS;
        }
        return asked.meets(stated) ? ClauseResult.UNKNOWN : ClauseResult.FAIL;
    }

    /** The buyer picks a value of the range, so one that is really stated is enough; beyond a missing end may lie more. */
    private static ClauseResult selection(Range asked, Range stated) {
        if (asked.meets(known(stated))) {
            return ClauseResult.PASS;
        }
        return asked.meets(stated) ? ClauseResult.UNKNOWN : ClauseResult.FAIL;
    }

    private static Range known(Range stated) {
        return new Range(
                stated.low() == null ? stated.high() : stated.low(),
                stated.high() == null ? stated.low() : stated.high());
    }

    /** The range must reach as far as is asked: up for a lower bound, down for an upper one, both ways for two. */
    private static ClauseResult envelope(Range asked, Range stated) {
        if (asked.high() == null) {
            return reaches(stated.high(), asked.low());
        }
        if (asked.low() == null) {
            return reaches(negated(stated.low()), negated(asked.high()));
        }
        return both(reaches(negated(stated.low()), negated(asked.low())), reaches(stated.high(), asked.high()));
    }

    private static ClauseResult reaches(@Nullable BigDecimal end, @Nullable BigDecimal asked) {
        if (end == null || asked == null) {
            return ClauseResult.UNKNOWN;
        }
        return Units.compare(end, asked) >= 0 ? ClauseResult.PASS : ClauseResult.FAIL;
    }

    private static @Nullable BigDecimal negated(@Nullable BigDecimal end) {
        return end == null ? null : end.negate();
    }

    /** One end that falls short decides, whatever the other is. */
    private static ClauseResult both(ClauseResult one, ClauseResult other) {
        if (one == ClauseResult.FAIL || other == ClauseResult.FAIL) {
            return ClauseResult.FAIL;
        }
        return one == ClauseResult.PASS ? other : one;
    }
}
