package org.xiangpei.requirement.intake;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.PropertyTerm;
import org.xiangpei.shared.units.Units;

/**
 * What a unit means of a property whose unit is another one: water is said in tonnes and means cubic metres (60吨/天), energy in 度, and of
 * so much for each of something the each is left out (吨水电耗 0.8 kWh).
 */
final class UnitMeant {

    private UnitMeant() {}

    /** The unit that was meant; the one written where that fits or nothing else does. */
    static @Nullable String of(PropertyTerm term, @Nullable String written) {
        String own = term.unit();
        if (own == null || written == null || Units.compatible(written, own)) {
            return written;
        }
        String plain = energy(own, water(own, written));
        if (Units.compatible(plain, own)) {
            return plain;
        }
        int each = own.indexOf('/');
        boolean numerator = each > 0 && !plain.contains("/") && Units.compatible(plain, own.substring(0, each));
        return numerator ? plain + own.substring(each) : written;
    }

    private static String water(String own, String written) {
        return own.contains("m3")
                ? written.replaceFirst("^(?:吨|t)(?=/|每|$)", "m3").replaceFirst("/(?:吨|t)$", "/m3")
                : written;
    }

    private static String energy(String own, String written) {
        return own.startsWith("kW.h") ? written.replaceFirst("^度(?=/|每|$)", "kW.h") : written;
    }
}
