package org.xiangpei.sourcing.followup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A statement with all that it was before, and all that the supplier said to each. Nothing of it ever goes away.
 *
 * @param steps the first first; the last is what is so now
 */
public record Chain(List<Step> steps) {

    public Chain {
        steps = List.copyOf(steps);
    }

    /**
     * One statement.
     *
     * @param answers to it, the first first; the last is what the supplier says now
     */
    public record Step(FollowUpStatement statement, List<FollowUpAnswer> answers) {

        public Step {
            answers = List.copyOf(answers);
        }

        public Optional<FollowUpAnswer> answer() {
            return answers.isEmpty() ? Optional.empty() : Optional.of(answers.getLast());
        }

        /** Whether the supplier does not agree. */
        public boolean isDisputed() {
            return answer().filter(FollowUpAnswer::disputes).isPresent();
        }
    }

    /** @param statements of one award, the first first */
    static List<Chain> of(List<FollowUpStatement> statements, Map<Long, List<FollowUpAnswer>> answers) {
        Map<Long, List<Step>> chains = new LinkedHashMap<>();
        Map<Long, Long> first = new LinkedHashMap<>();
        for (FollowUpStatement it : statements) {
            long root = it.supersedes().map(first::get).orElse(it.id());
            first.put(it.id(), root);
            chains.computeIfAbsent(root, any -> new ArrayList<>())
                    .add(new Step(it, answers.getOrDefault(it.id(), List.of())));
        }
        return chains.values().stream().map(Chain::new).toList();
    }

    public Step last() {
        return steps.getLast();
    }

    public StatementKind kind() {
        return last().statement().kind();
    }

    /** Whether it still says something. */
    public boolean isInEffect() {
        return !last().statement().isWithdrawal();
    }
}
