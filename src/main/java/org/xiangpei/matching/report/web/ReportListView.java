package org.xiangpei.matching.report.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.web.Heading;

/**
 * The reports of a requirement, and the form for another.
 *
 * @param first of the lines, as it was typed; also {@code last} and {@code asOf}
 * @param refused why none was made
 */
public record ReportListView(
        Heading heading,
        String first,
        String last,
        String asOf,
        String today,
        int mostLines,
        @Nullable String refused,
        List<Row> rows) {

    public record Row(String code, String lines, String asOf, String result, String hash, String made) {}
}
