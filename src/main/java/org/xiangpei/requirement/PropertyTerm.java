package org.xiangpei.requirement;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Better;
import org.xiangpei.catalog.Property;
import org.xiangpei.catalog.PropertyKind;
import org.xiangpei.shared.units.Units;

/**
 * A property of a category, as criteria and judgements need it.
 *
 * @param unit the canonical unit of a quantity, null for other kinds
 * @param temperatureDifference whether values (温升, 温差, 均匀性) convert between ℃ and K without the offset
 */
public record PropertyTerm(
        String category,
        String code,
        String name,
        PropertyKind kind,
        @Nullable String unit,
        Better better,
        boolean temperatureDifference) {

    private static final Pattern DIFFERENCE =
            Pattern.compile("温差|温升|温降|均匀|波动|偏差|误差|精度|过热度|过冷度|_(difference|rise|uniformity|deviation)");

    /** The term as a category defines it. Neither the files nor the unit tell a difference of temperature, so the name does. */
    public static PropertyTerm of(Property.Key key, Property.Details property) {
        return new PropertyTerm(
                key.categoryCode(),
                key.propertyCode(),
                property.name(),
                property.kind(),
                property.unit(),
                property.better(),
                isTemperature(property.unit())
                        && DIFFERENCE
                                .matcher(property.name() + " " + key.propertyCode())
                                .find());
    }

    private static boolean isTemperature(@Nullable String unit) {
        return unit != null && Units.compatible(unit, "K");
    }
}
