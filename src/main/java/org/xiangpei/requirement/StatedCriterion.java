package org.xiangpei.requirement;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A criterion as it arrives, everything still text and nothing checked. Blank is as good as missing.
 *
 * @param weight of a desired clause, 1 to 5; null for 1
 */
public record StatedCriterion(
        @Nullable String property,
        @Nullable String operator,
        @Nullable String value,
        @Nullable String valueMax,
        List<String> values,
        @Nullable String unit,
        boolean mandatory,
        @Nullable String weight) {

    public StatedCriterion {
        property = Given.orNull(property);
        operator = Given.orNull(operator);
        value = Given.orNull(value);
        valueMax = Given.orNull(valueMax);
        values = List.copyOf(values);
        unit = Given.orNull(unit);
        weight = Given.orNull(weight);
    }

    /** With the least weight. */
    public StatedCriterion(
            @Nullable String property,
            @Nullable String operator,
            @Nullable String value,
            @Nullable String valueMax,
            List<String> values,
            @Nullable String unit,
            boolean mandatory) {
        this(property, operator, value, valueMax, values, unit, mandatory, null);
    }

    static StatedCriterion of(Criterion criterion) {
        return new StatedCriterion(
                criterion.property(),
                criterion.operator().code(),
                criterion.value(),
                criterion.valueMax(),
                criterion.values(),
                criterion.unit(),
                criterion.mandatory(),
                String.valueOf(criterion.weight()));
    }
}
