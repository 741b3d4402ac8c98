package org.xiangpei.requirement;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.units.Units;

/**
 * The unit of a price in Chinese money.
 *
 * @param yuan 1 for 元, 10 000 for 万元
 * @param per what the price is for ({@code 台}, {@code m2}), null when only the money is named
 */
public record PriceUnit(BigDecimal yuan, @Nullable String per) {

    private static final Pattern FORM = Pattern.compile("(万)?(?:元|人民币|CNY|RMB|¥)(?:(?:/|／|每)(.+))?");

    /** Empty for what is not a price in CNY, or for an unknown unit. */
    public static Optional<PriceUnit> of(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches() || (form.group(2) != null && !Units.known(form.group(2)))) {
            return Optional.empty();
        }
        return Optional.of(
                new PriceUnit(form.group(1) == null ? BigDecimal.ONE : BigDecimal.valueOf(10_000), form.group(2)));
    }

    /** Whether two prices are for the same thing, in whatever spelling; a price a kilogram is not one a tonne. */
    public static boolean isSame(String one, String other) {
        return Units.compatible(one, other)
                && Units.convert(BigDecimal.ONE, one, other).compareTo(BigDecimal.ONE) == 0;
    }
}
