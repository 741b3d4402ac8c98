package org.xiangpei.insight.map.web;

import java.util.List;

import org.xiangpei.insight.map.RegionMap;
import org.xiangpei.shared.web.Option;

/** The layout map of the parks (园区产业集群发展布局导向图). */
public record ParksView(
        String day, List<Option> chains, List<Outline> outlines, List<Marker> markers, List<CityParks> cities) {

    public record Outline(String name, String path, double x, double y, boolean core) {}

    /** @param number by which the list names it */
    public record Marker(int number, String name, double x, double y, boolean core, boolean national) {}

    public record CityParks(String city, List<Row> rows) {}

    /** @param href of the map with this park alone */
    public record Row(
            int number,
            String name,
            String grade,
            String district,
            String industries,
            String firms,
            String products,
            String href) {}

    public RegionMap.Frame whole() {
        return RegionMap.WHOLE;
    }

    public RegionMap.Frame core() {
        return RegionMap.CORE;
    }
}
