package org.xiangpei.insight.release.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.insight.release.ReleaseContent.Definition;
import org.xiangpei.insight.web.RateView.Cell;

/** The figures of a release, also of one that is still prepared. */
record ReleasedFiguresView(
        @Nullable String sampleNote,
        List<Tile> tiles,
        List<Row> cities,
        List<FlowRow> flows,
        List<Row> chains,
        List<Definition> definitions) {

    /** @param href where the same is asked for its groups, as known on the same day */
    record Tile(String label, String value, String href, List<Fact> facts) {}

    record Fact(String label, String value) {}

    record Row(String label, String href, List<Cell> cells, String records) {}

    /** @param amounts in 万元, city by city of production */
    record FlowRow(String buyerCity, List<String> amounts) {}
}
