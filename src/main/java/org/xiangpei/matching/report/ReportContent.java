package org.xiangpei.matching.report;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.matching.ClauseResult;
import org.xiangpei.matching.Coverage;
import org.xiangpei.matching.Verdict;

/**
 * What a sourcing report says, apart from when it was made, by whom and on which index: of this the hash is taken. No budget stands in
 * it, as a report is handed on. Fields keep this order; another one would be another hash, and needs another {@link #FORMAT}.
 *
 * @param edition of the requirement; 0 of a draft
 * @param asOf only products listed on that day were considered
 * @param first number of the first line; lines that are not wanted are left out
 */
public record ReportContent(
        String format,
        String requirement,
        int edition,
        String title,
        String organization,
        LocalDate asOf,
        int first,
        int last,
        @Nullable String deliverTo,
        @Nullable LocalDate neededBy,
        List<Line> lines) {

    /** What the canonical text is written in: JSON of these records in UTF-8, without white space between. */
    public static final String FORMAT = "xiangpei-sourcing-report/1";

    /**
     * @param clauses in the order asked
     * @param coverage null where the line cannot be matched
     * @param considered products in the order of their verdict, then code: how well words fit is no part of a report
     * @param furtherNearMisses how many near misses were considered and are not listed
     * @param problem why the line cannot be matched
     */
    public record Line(
            int number,
            String name,
            @Nullable String description,
            @Nullable String category,
            @Nullable String quantity,
            @Nullable String unit,
            List<Clause> clauses,
            @Nullable Coverage coverage,
            List<Considered> considered,
            int furtherNearMisses,
            @Nullable String problem) {

        public List<Considered> of(Verdict verdict) {
            return considered.stream().filter(it -> it.verdict() == verdict).toList();
        }
    }

    public record Clause(String label, String required, boolean mandatory) {}

    /**
     * @param sample whether it is sample data that is nobody's real product
     * @param until last day of the listing; null for not stated
     * @param expiresBeforeNeeded the listing ends before the goods are needed
     * @param results in the order of the clauses
     */
    public record Considered(
            String product,
            String name,
            @Nullable String model,
            String firm,
            String firmName,
            boolean sample,
            Verdict verdict,
            @Nullable LocalDate until,
            boolean expiresBeforeNeeded,
            List<Result> results) {}

    /** @param evidence what it rests on, and where that stands */
    public record Result(ClauseResult result, String offered, String evidence) {}

    public long lines(Coverage coverage) {
        return lines.stream().filter(it -> it.coverage() == coverage).count();
    }

    /** Lines for which nothing says whether what was found is the thing: they are not covered. */
    public long foundByName() {
        return lines(Coverage.FOUND);
    }

    /** Lines for which nothing may fit: nothing was found, or they cannot be matched. */
    public long uncovered() {
        return lines.stream()
                .filter(it -> it.coverage() == null || it.coverage() == Coverage.NONE)
                .count();
    }
}
