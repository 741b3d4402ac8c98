package org.xiangpei.matching.report.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.web.Heading;

/**
 * A report to read.
 *
 * @param heading of the requirement; null on paper, and where its draft was discarded
 * @param check what it would say today; null where nobody asked
 */
public record ReportView(
        @Nullable Heading heading,
        String code,
        String requirement,
        List<Fact> facts,
        List<Fact> stamp,
        String hash,
        List<Count> counts,
        List<Line> lines,
        List<Ending> endings,
        boolean samples,
        boolean anyCategoryMissing,
        @Nullable Check check) {

    public record Fact(String label, String text) {}

    public record Count(String label, String tone, String lines) {}

    /** @param products considered, the best first */
    public record Line(
            int number,
            String name,
            String detail,
            String coverage,
            String tone,
            List<Clause> clauses,
            List<Product> products,
            int further,
            @Nullable String problem) {}

    public record Clause(String label, String required, boolean desired) {}

    /**
     * @param failed what it fails, each in words
     * @param unknown what it does not state
     * @param passed how many clauses it meets, of how many
     * @param until last day of the listing
     * @param soon whether that is before the goods are needed, or within 90 days
     */
    public record Product(
            String code,
            String name,
            String firm,
            String verdict,
            String tone,
            List<String> failed,
            List<String> unknown,
            String passed,
            String until,
            boolean soon) {}

    /** A product that fits and ends soon. */
    public record Ending(int line, String name, String product, String until) {}

    /** @param same whether the same question has the same hash today */
    public record Check(
            boolean intact, boolean same, @Nullable String hash, List<String> differences) {}
}
