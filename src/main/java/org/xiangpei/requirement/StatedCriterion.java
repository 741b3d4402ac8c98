package org.xiangpei.requirement;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** A criterion as it arrives, everything still text and nothing checked. Blank is as good as missing. */
public record StatedCriterion(
        @Nullable String property,
        @Nullable String operator,
        @Nullable String value,
        @Nullable String valueMax,
        List<String> values,
        @Nullable String unit,
        boolean mandatory) {

    public StatedCriterion {
        property = Given.orNull(property);
        operator = Given.orNull(operator);
        value = Given.orNull(value);
        valueMax = Given.orNull(valueMax);
        values = List.copyOf(values);
        unit = Given.orNull(unit);
    }

    static StatedCriterion of(Criterion criterion) {
        return new StatedCriterion(
                criterion.property(),
                criterion.operator().code(),
                criterion.value(),
                criterion.valueMax(),
                criterion.values(),
                criterion.unit(),
                criterion.mandatory());
    }
}
