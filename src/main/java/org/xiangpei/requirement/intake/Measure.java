package org.xiangpei.requirement.intake;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Better;
import org.xiangpei.requirement.Criterion;
import org.xiangpei.requirement.Operator;
import org.xiangpei.requirement.PropertyTerm;

/**
 * A number with what belongs to it.
 *
 * @param low the number, or the lower end of a range
 * @param high the upper end; null for a single number
 * @param unit as written; null for none
 * @param eitherWay written with ±
 */
record Measure(
        Span span,
        Bound bound,
        BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable String unit,
        boolean eitherWay) {

    private static final BigDecimal A_LITTLE = new BigDecimal("0.1");

    /** What is asked of a property. Who says no more than a number takes what is better too (ADR 0065). */
    Criterion of(PropertyTerm term, @Nullable String otherUnit, boolean mandatory) {
        if ("%".equals(term.unit()) && unit == null && otherUnit == null && isFraction()) {
            return new Measure(
                            span,
                            bound,
                            low.movePointRight(2),
                            high == null ? null : high.movePointRight(2),
                            "%",
                            eitherWay)
                    .of(term, null, mandatory);
        }
        String asked = UnitMeant.of(term, soundLevel(term, unit == null ? otherUnit : unit));
        if (high != null) {
            return between(term, low.min(high), low.max(high), asked, mandatory);
        }
        if (eitherWay) {
            return term.better() == Better.LOWER || bound == Bound.AT_MOST
                    ? single(term, Operator.AT_MOST, asked, mandatory)
                    : between(term, low.negate(), low, asked, mandatory);
        }
        return switch (bound) {
            case AT_LEAST -> single(term, Operator.AT_LEAST, asked, mandatory);
            case AT_MOST -> single(term, Operator.AT_MOST, asked, mandatory);
            case EQUALS -> single(term, Operator.EQUALS, asked, mandatory);
            case ABOUT -> {
                BigDecimal margin = low.abs().multiply(A_LITTLE);
                yield between(term, low.subtract(margin), low.add(margin), asked, mandatory);
            }
            case NOT_SAID -> single(term, usual(term), asked, mandatory);
        };
    }

    /** 效率≥0.84 is 84 %. */
    private boolean isFraction() {
        BigDecimal most = high == null ? low : high;
        return low.signum() > 0 && most.compareTo(BigDecimal.ONE) < 0;
    }

    /** Who writes dB of a noise means the weighted level that it is stated in. */
    private static @Nullable String soundLevel(PropertyTerm term, @Nullable String asked) {
        return asked != null && asked.equalsIgnoreCase("dB") && "dB(A)".equals(term.unit()) ? "dB(A)" : asked;
    }

    /** The number alone: 6轴 is six. */
    Measure withoutUnit() {
        return new Measure(span, bound, low, high, null, eitherWay);
    }

    /** A bare number of what something can do at most (最大供货长度) is asked of it at least. */
    static Operator usual(PropertyTerm term) {
        return term.better() == Better.NONE && term.name().startsWith("最大") ? Operator.AT_LEAST : usual(term.better());
    }

    static Operator usual(Better better) {
        return switch (better) {
            case HIGHER -> Operator.AT_LEAST;
            case LOWER -> Operator.AT_MOST;
            case NONE, WIDER -> Operator.EQUALS;
        };
    }

    private Criterion single(PropertyTerm term, Operator operator, @Nullable String asked, boolean mandatory) {
        return new Criterion(term.code(), operator, plain(low), null, List.of(), asked, mandatory);
    }

    private static Criterion between(
            PropertyTerm term, BigDecimal from, BigDecimal to, @Nullable String asked, boolean mandatory) {
        return new Criterion(term.code(), Operator.BETWEEN, plain(from), plain(to), List.of(), asked, mandatory);
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
