package org.xiangpei.insight.map;

import org.xiangpei.shared.City;

/**
 * A district (区县) of one of the three cities on the map.
 *
 * @param code six digits, GB/T 2260
 * @param outline as the path of an SVG picture, in the units of {@link RegionMap}
 * @param label a point well inside
 */
public record District(String code, String name, City city, String outline, Point label) {

    /** A point of the picture; x to the right, y downwards. */
    public record Point(double x, double y) {}
}
