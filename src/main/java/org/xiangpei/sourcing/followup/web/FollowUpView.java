package org.xiangpei.sourcing.followup.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.sourcing.followup.web.FollowUpListView.Badge;

/**
 * One award with what both sides say, for one of them.
 *
 * @param home the page of all awards of the inquiry, on this side
 * @param buyer whether it is the buyer's page; else the supplier's
 * @param delivers whether the buyer can state a delivery now, and so on for the others
 * @param choices what the forms offer
 */
public record FollowUpView(
        String code,
        long id,
        String home,
        boolean buyer,
        String name,
        List<Fact> facts,
        Badge state,
        List<Chain> deliveries,
        List<Chain> acceptances,
        List<Chain> ratings,
        boolean delivers,
        boolean accepts,
        boolean rates,
        Choices choices,
        Typed typed,
        @Nullable String done) {

    public record Fact(String label, String text) {}

    /** @param first the earliest day that can be stated */
    public record Choices(
            List<Option> extents, List<Option> qualities, List<AspectChoice> aspects, String first, String today) {}

    public record Option(String code, String label, boolean chosen) {}

    public record AspectChoice(String code, String label, List<Option> points, String reason) {}

    /**
     * A statement with all that it was before.
     *
     * @param earlier the first first
     */
    public record Chain(Step now, List<Step> earlier) {}

    /**
     * One statement.
     *
     * @param words what it says besides its title
     * @param reason why it corrects or withdraws the one before
     * @param correct the page where it is corrected; null where it cannot be
     */
    public record Step(
            long id,
            String title,
            String tone,
            String words,
            List<Score> scores,
            boolean withdrawn,
            @Nullable String reason,
            String by,
            @Nullable Answer answer,
            List<Answer> earlierAnswers,
            @Nullable String correct,
            @Nullable AnswerForm form) {}

    public record Score(String aspect, int points, String reason) {}

    public record Answer(boolean disputes, String text, String by) {}

    /** @param seen the answer that is said otherwise; empty for none */
    public record AnswerForm(
            String action, long statement, String seen, boolean disputes, String text, boolean open, String fault) {}
}
