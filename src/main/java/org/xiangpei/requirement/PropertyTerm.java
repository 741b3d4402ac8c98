package org.xiangpei.requirement;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Better;
import org.xiangpei.catalog.PropertyKind;
import org.xiangpei.shared.units.Units;

/**
 * A property of a category, as criteria and judgements need it.
 *
 * @param unit the canonical unit of a quantity, null for other kinds
 */
public record PropertyTerm(
        String category,
        String code,
        String name,
        PropertyKind kind,
        @Nullable String unit,
        Better better) {

    private static final Pattern DIFFERENCE =
            Pattern.compile("温差|温升|温降|均匀|波动|偏差|误差|精度|过热度|过冷度|_(difference|rise|uniformity|deviation)");

    /**
     * Whether values are differences of temperature (温升, 温差, 均匀性), which convert between ℃ and K without the offset. The files
     * cannot say so, and neither can the unit, so the name does.
     */
    public boolean isTemperatureDifference() {
        return unit != null
                && Units.compatible(unit, "K")
                && DIFFERENCE.matcher(name + " " + code).find();
    }
}
