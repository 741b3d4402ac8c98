package org.xiangpei.insight.overview.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.web.Option;

/** The targets that were set, and the form for another one with what was typed in it. */
public record TargetsView(
        @Nullable String refused,
        List<Row> rows,
        boolean maySet,
        List<Option> places,
        String year,
        String percent,
        String reason) {

    public record Row(String place, String year, String percent, String reason, String by) {}
}
