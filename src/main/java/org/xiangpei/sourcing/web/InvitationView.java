package org.xiangpei.sourcing.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.web.Fact;

/**
 * An inquiry as who was invited sees it: nothing of the others, of the budget, or of who asked.
 *
 * @param left how long until the deadline
 * @param asks whether questions are taken
 * @param question what was typed as a question that was refused
 */
public record InvitationView(
        InvitationHeading heading,
        String left,
        List<Fact> facts,
        @Nullable String text,
        List<LineRow> lines,
        List<AnswerRow> answers,
        List<InquiryView.ExtensionRow> extensions,
        List<FileRow> files,
        boolean asks,
        String questionsUntil,
        String question,
        @Nullable String ended,
        @Nullable String refused,
        @Nullable String done) {

    /** @param own products that the buyer has chosen it for */
    public record LineRow(
            int number,
            String name,
            String quantity,
            @Nullable String description,
            List<String> clauses,
            List<Own> own) {}

    public record Own(String code, String name) {}

    /** @param question null for the buyer's own word */
    public record AnswerRow(@Nullable String question, String answer, String answered) {}

    public record FileRow(String href, String name, String uploaded) {}
}
