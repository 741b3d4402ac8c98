package org.xiangpei.matching.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.web.ProductCard;
import org.xiangpei.catalog.web.ValidityView;
import org.xiangpei.matching.Candidate;
import org.xiangpei.matching.Evidence;
import org.xiangpei.matching.Judgement;
import org.xiangpei.requirement.web.ClauseField;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.web.OptionGroup;

/**
 * The page of a requirement and its candidates.
 *
 * @param problems what is wrong with the requirement as a whole; each clause carries its own
 * @param answer null while nothing is asked, or something is wrong
 * @param likely categories that the name points to, when none is chosen
 */
public record MatchView(
        Need need,
        List<OptionGroup> categories,
        List<ClauseField> clauses,
        List<String> problems,
        @Nullable Answer answer,
        List<Link> likely) {

    /** What was typed above the clauses. */
    public record Need(
            String name,
            String category,
            String categoryName,
            String quantity,
            String unit,
            String deliverTo,
            String deliverToName,
            String neededBy) {}

    public record Link(String label, String url) {}

    /** @param asked how many clauses, mandatory and desired */
    public record Answer(String coverage, String tone, String asOf, int asked, List<Group> groups) {

        /** Whether there is any candidate at all. */
        public boolean found() {
            return groups.stream().anyMatch(group -> !group.candidates().isEmpty());
        }
    }

    /** Candidates of one verdict. */
    public record Group(String code, String label, String meaning, String tone, List<CandidateView> candidates) {}

    public record CandidateView(
            ProductCard card, ValidityView validity, boolean expiresBeforeNeeded, List<JudgementView> clauses) {

        static CandidateView of(Candidate candidate, ProductCard card) {
            return new CandidateView(
                    card,
                    card.validity(),
                    candidate.expiresBeforeNeeded(),
                    candidate.clauses().stream().map(JudgementView::of).toList());
        }
    }

    /** @param tone {@code pass}, {@code fail} or {@code unknown} */
    public record JudgementView(
            String label,
            String required,
            String offered,
            String tone,
            String result,
            String evidence,
            boolean mandatory,
            int weight) {

        public static JudgementView of(Judgement it) {
            return new JudgementView(
                    it.label(),
                    it.required(),
                    it.offered(),
                    it.result().code(),
                    Labels.of(it.result()),
                    evidence(it),
                    it.criterion().mandatory(),
                    it.criterion().weight());
        }

        /** A certificate by its number: what it says stands beside it already. */
        private static String evidence(Judgement it) {
            String kind = Labels.of(it.evidence().kind());
            String shown = it.evidence().kind() == Evidence.Kind.CERTIFICATE
                    ? it.evidence().source()
                    : it.evidence().value();
            return shown == null ? kind : kind + "：" + shown;
        }
    }
}
