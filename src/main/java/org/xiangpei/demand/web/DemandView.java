package org.xiangpei.demand.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.matching.web.MatchView.JudgementView;
import org.xiangpei.requirement.web.Fact;

/** A published line, and what the own products say to each of its clauses. */
public record DemandView(
        String title,
        String requirement,
        String code,
        int number,
        List<Fact> facts,
        @Nullable String note,
        List<FileLink> files,
        List<Own> products,
        List<String> clauses,
        @Nullable String done,
        @Nullable String refused) {

    public record FileLink(String name, String href) {}

    /** An own product with its verdict. */
    public record Own(String code, String name, String verdict, String tone, boolean expires, List<ClauseRow> rows) {}

    /**
     * @param answer how the firm can answer it; null when there is nothing to answer
     * @param hint what else can be done about it
     */
    public record ClauseRow(
            JudgementView judgement, @Nullable AnswerForm answer, String hint) {}

    /**
     * The form of one answer, with what was typed when that was refused.
     *
     * @param kind {@code quantity}, {@code choices}, {@code flag} or {@code text}
     * @param promise how the value will be read
     * @param doubtful whether the person has to say to be sure
     */
    public record AnswerForm(
            String property,
            String kind,
            String promise,
            List<String> options,
            String min,
            String max,
            String value,
            String unit,
            boolean doubtful,
            @Nullable String fault) {}
}
