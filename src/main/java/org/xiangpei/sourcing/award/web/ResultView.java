package org.xiangpei.sourcing.award.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.sourcing.web.InvitationHeading;

/**
 * What a supplier learns of its quotation after the opening.
 *
 * @param state in a sentence
 * @param renewal asked while nothing is decided and the quotation has expired; null where there is nothing to confirm
 */
public record ResultView(
        InvitationHeading heading,
        String state,
        String criteria,
        List<Line> lines,
        @Nullable Renewal renewal,
        @Nullable String done,
        @Nullable String refused) {

    /**
     * @param validUntil as it stands
     * @param asked whether the buyer has asked
     */
    public record Renewal(String validUntil, boolean asked, String first, String last, String typed) {}

    /**
     * @param outcome in words, with its tone
     * @param rank as {@code 第 2，共 3 份报价}
     * @param betterBy by which stated criteria who got it was better
     * @param reason in the buyer's words, why it went to a lower rank
     */
    public record Line(
            int number,
            String name,
            String quantity,
            String outcome,
            String tone,
            @Nullable String rank,
            List<String> betterBy,
            @Nullable String reason,
            List<Clause> clauses) {}

    public record Clause(String text, String reply, String tone, String said) {}
}
