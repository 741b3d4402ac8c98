package org.xiangpei.sourcing.signal.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * All signals that one reader sees.
 *
 * @param whose whose inquiries were looked at, in words
 * @param inquiries how many were looked at
 * @param export the address of the workbook
 * @param explains whether the reader may explain those of the own organisation
 */
public record SignalsView(
        String whose,
        String asOf,
        String from,
        String inquiries,
        boolean none,
        String export,
        boolean explains,
        List<Kind> kinds) {

    /**
     * Everything of one kind.
     *
     * @param meaning what is counted
     * @param formula how
     * @param source of the threshold
     * @param nothing why there is nothing, where there is nothing
     */
    public record Kind(
            String code,
            String label,
            String meaning,
            String formula,
            String source,
            List<Row> rows,
            @Nullable String nothing) {}

    /** @param explained how many of the cases are explained, in words; empty for none */
    public record Row(String href, String subject, String cases, String base, String share, String explained) {}
}
