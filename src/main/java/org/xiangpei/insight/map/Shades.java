package org.xiangpei.insight.map;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Which values of a map share a shade: as many different values in each as can be (quantiles), so that one large district does not make all
 * others look empty. Nothing has no shade.
 */
public final class Shades {

    public static final int MOST = 5;

    private final List<Shade> shades;

    private Shades(List<Shade> shades) {
        this.shades = shades;
    }

    /** All values from the least to the greatest, both included. */
    public record Shade(BigDecimal least, BigDecimal greatest) {}

    public static Shades of(Collection<BigDecimal> values) {
        var different = new TreeSet<BigDecimal>();
        values.stream().filter(it -> it.signum() > 0).forEach(different::add);
        List<BigDecimal> rising = List.copyOf(different);
        int count = Math.min(MOST, rising.size());
        var shades = new ArrayList<Shade>();
        for (int i = 0; i < count; i++) {
            shades.add(
                    new Shade(rising.get(i * rising.size() / count), rising.get((i + 1) * rising.size() / count - 1)));
        }
        return new Shades(List.copyOf(shades));
    }

    /** From the lightest to the darkest. */
    public List<Shade> all() {
        return shades;
    }

    /** The shade of a value, from 1; 0 for nothing. */
    public int of(BigDecimal value) {
        for (int i = 0; i < shades.size(); i++) {
            Shade shade = shades.get(i);
            if (value.compareTo(shade.least()) >= 0 && value.compareTo(shade.greatest()) <= 0) {
                return i + 1;
            }
        }
        return 0;
    }
}
