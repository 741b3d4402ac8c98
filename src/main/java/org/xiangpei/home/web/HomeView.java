package org.xiangpei.home.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** The landing page: what the catalogue holds today. */
public record HomeView(
        List<Figure> figures,
        List<ChainLink> chains,
        List<String> examples,
        @Nullable String sampleNote) {

    public record Figure(String label, String value, String unit, String note) {}

    public record ChainLink(String value, String label, String count) {}
}
