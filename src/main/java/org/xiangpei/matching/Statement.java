package org.xiangpei.matching;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.Normal;
import org.xiangpei.requirement.PropertyTerm;
import org.xiangpei.requirement.Range;
import org.xiangpei.shared.units.Units;

/**
 * What a product states of one property.
 *
 * @param stated the numbers as stated, both ends missing for other kinds
 * @param unit the unit they are stated in
 * @param range the numbers in the unit of the term; null when they cannot be converted to it
 * @param value the option, text or flag as stated
 * @param normal the value in the writing that options and texts are compared in
 * @param rank of the option, null where it has none
 */
public record Statement(
        PropertyTerm term,
        Range stated,
        @Nullable String unit,
        @Nullable Range range,
        @Nullable String value,
        String normal,
        @Nullable Integer rank) {

    private static final Range NOTHING = new Range(null, null);

    public static Statement ofQuantity(PropertyTerm term, Range stated, @Nullable String unit) {
        return new Statement(term, stated, unit, canonical(term, stated, unit), null, "", null);
    }

    public static Statement ofValue(PropertyTerm term, @Nullable String value, Optional<Integer> rank) {
        return new Statement(
                term, NOTHING, null, null, value, value == null ? "" : Normal.text(value), rank.orElse(null));
    }

    /** A row without numbers and value states nothing. */
    public boolean isEmpty() {
        return value == null && stated.equals(NOTHING);
    }

    /** Numbers in a unit that has nothing to do with the property: a defect of the data. */
    public boolean isUnconvertible() {
        return range == null && !stated.equals(NOTHING);
    }

    private static @Nullable Range canonical(PropertyTerm term, Range stated, @Nullable String unit) {
        String own = term.unit();
        if (own == null || unit == null || !Units.compatible(unit, own)) {
            return null;
        }
        return stated.convert(unit, own, term.temperatureDifference());
    }
}
