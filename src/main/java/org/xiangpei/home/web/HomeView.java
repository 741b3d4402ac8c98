package org.xiangpei.home.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** The landing page: what the catalogue holds today. */
public record HomeView(
        List<Figure> figures,
        List<CityRing> cities,
        List<Link> chains,
        List<Link> examples,
        @Nullable String sampleNote) {

    public record Figure(String label, String value, String unit, String note) {}

    /** A city in the drawing of the three linked rings; x and y are its centre there. */
    public record CityRing(String label, long count, int x, int y) {}

    public record Link(String label, String count, String url) {}
}
