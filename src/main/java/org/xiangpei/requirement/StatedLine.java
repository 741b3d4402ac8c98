package org.xiangpei.requirement;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** A line as it arrives, everything still text and nothing checked. Blank is as good as missing. */
public record StatedLine(
        @Nullable String ref,
        @Nullable String name,
        @Nullable String description,
        @Nullable String category,
        @Nullable String quantity,
        @Nullable String unit,
        @Nullable String deliverTo,
        @Nullable String neededBy,
        List<StatedCriterion> criteria) {

    public StatedLine {
        ref = Given.orNull(ref);
        name = Given.orNull(name);
        description = Given.orNull(description);
        category = Given.orNull(category);
        quantity = Given.orNull(quantity);
        unit = Given.orNull(unit);
        deliverTo = Given.orNull(deliverTo);
        neededBy = Given.orNull(neededBy);
        criteria = List.copyOf(criteria);
    }

    public static StatedLine of(RequirementLine line) {
        return new StatedLine(
                line.ref(),
                line.name(),
                line.description(),
                line.category(),
                Objects.toString(line.quantity(), null),
                line.unit(),
                line.deliverTo(),
                Objects.toString(line.neededBy(), null),
                line.criteria().stream().map(StatedCriterion::of).toList());
    }
}
