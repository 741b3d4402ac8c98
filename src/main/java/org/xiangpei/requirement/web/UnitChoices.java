package org.xiangpei.requirement.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.xiangpei.shared.units.Units;

/** The units that a clause on a property may be asked in: the property's own first, then the usual ones that convert to it. */
final class UnitChoices {

    private static final List<String> USUAL = List.of(
            "um", "mm", "cm", "m", "km", "mm2", "cm2", "m2", "cm3", "m3", "L", "g", "kg", "t", "Pa", "kPa", "MPa",
            "GPa", "bar", "N", "kN", "N.m", "kN.m", "V", "kV", "mA", "A", "kA", "W", "kW", "MW", "V.A", "kV.A", "MV.A",
            "W.h", "kW.h", "A.h", "s", "min", "h", "d", "Cel", "K", "r/min", "m/s", "m/min", "km/h", "L/s", "L/min",
            "m3/min", "m3/h", "m3/d", "kg/m3", "g/cm3", "mg/m3", "mg/L", "g/L", "%", "ppm", "ppb");

    /** Ratios are asked as they are stated: nobody writes a number of storeys in per cent. */
    private static final Set<String> ALONE = Set.of("1", "%");

    private UnitChoices() {}

    /** UCUM codes. */
    static List<String> of(String canonical) {
        if (ALONE.contains(canonical)) {
            return List.of(canonical);
        }
        return Stream.concat(Stream.of(canonical), USUAL.stream().filter(unit -> Units.compatible(canonical, unit)))
                .distinct()
                .toList();
    }
}
