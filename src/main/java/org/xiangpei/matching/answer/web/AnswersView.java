package org.xiangpei.matching.answer.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.web.Heading;
import org.xiangpei.shared.web.PageLinks;

/**
 * The answers of a requirement as a whole, and a page of its lines.
 *
 * @param waiting how many lines are still being matched; null when none is
 * @param unmatchable how many lines cannot be matched as they are written; null when none
 * @param money whether any line has a budget
 * @param moneyNote how many lines have one
 */
public record AnswersView(
        Heading heading,
        String asOf,
        String lines,
        @Nullable String waiting,
        @Nullable String unmatchable,
        boolean money,
        String moneyNote,
        List<Part> parts,
        List<Filter> filters,
        String shown,
        List<Row> rows,
        PageLinks links) {

    /**
     * A coverage.
     *
     * @param start where its part of the bar begins, in thousandths
     * @param width of that part
     */
    public record Part(
            String label,
            String tone,
            String lines,
            String share,
            String money,
            String moneyShare,
            long start,
            long width) {}

    public record Filter(String label, String href, boolean current) {}

    /**
     * A line.
     *
     * @param counts how many products qualify, may, and fail
     * @param best the first of its candidates
     * @param problem why it cannot be matched
     */
    public record Row(
            int number,
            String name,
            String detail,
            String tone,
            String coverage,
            String counts,
            List<Best> best,
            @Nullable String problem) {}

    /** @param gap what it fails or does not state; empty where all is met */
    public record Best(String code, String name, String firm, String tone, String verdict, String gap) {}
}
