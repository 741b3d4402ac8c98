package org.xiangpei.sourcing.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.web.Fact;

/**
 * An inquiry as its buyer sees it.
 *
 * @param asking whether quotations are being asked for
 * @param left how long until the deadline
 * @param made a link that has just been made, shown this once
 * @param typed what was typed into a form that was refused
 */
public record InquiryView(
        Heading heading,
        boolean draft,
        boolean asking,
        boolean cancellable,
        String left,
        List<Fact> facts,
        @Nullable String text,
        String requirement,
        String requirementTitle,
        List<LineRow> lines,
        List<InvitedRow> invited,
        List<QuestionRow> questions,
        List<ExtensionRow> extensions,
        List<FileRow> files,
        @Nullable String ended,
        @Nullable Made made,
        Typed typed,
        @Nullable String refused,
        @Nullable String done) {

    public record LineRow(
            int number, String name, String category, String quantity, List<String> clauses, String budget) {}

    /**
     * Somebody who is invited.
     *
     * @param firm code in the catalogue; null for any other supplier
     * @param chosenFor products it was chosen for
     * @param byLink whether it comes in by a link
     * @param mail where its link and news are mailed to; null where nothing is
     * @param withdrawable whether its invitation can be taken back
     */
    public record InvitedRow(
            long id,
            String name,
            @Nullable String firm,
            String places,
            List<String> chosenFor,
            String invited,
            boolean byLink,
            @Nullable String mail,
            boolean withdrawable,
            @Nullable String withdrawn) {}

    /** @param question null for the buyer's own word */
    public record QuestionRow(
            long id,
            @Nullable String question,
            String asked,
            @Nullable String answer,
            String answered) {}

    public record ExtensionRow(String before, String deadline, String reason, String by, String at) {}

    public record FileRow(String id, String name, String uploaded) {}

    /** @param mailedTo where it is mailed as well; null when it must be handed over */
    public record Made(
            String name, String address, @Nullable String mailedTo) {}

    /**
     * What was typed.
     *
     * @param where the form that was refused: {@code extend}, {@code cancel}, {@code say}, {@code answer-} and {@code withdraw-} with an id
     */
    public record Typed(String where, String text, String deadline) {
        static Typed nothing(String deadline) {
            return new Typed("", "", deadline);
        }
    }
}
