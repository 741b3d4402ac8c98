package org.xiangpei.sourcing.followup;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An award with all that was said about it, by both sides. */
public record Followed(FollowedAward award, List<Chain> chains) {

    public Followed {
        chains = List.copyOf(chains);
    }

    static Followed of(
            FollowedAward award,
            Map<Long, List<FollowUpStatement>> statements,
            Map<Long, List<FollowUpAnswer>> answers) {
        return new Followed(award, Chain.of(statements.getOrDefault(award.id(), List.of()), answers));
    }

    public Progress progress() {
        return progress(inEffect());
    }

    /** What would be so without one statement. */
    Progress without(Chain left) {
        return progress(inEffect().filter(it -> !it.equals(left)));
    }

    private Progress progress(Stream<Chain> of) {
        return new Progress(
                award.due(), of.map(it -> it.last().statement().said()).toList());
    }

    Outcome outcome() {
        return Outcome.of(award, progress(), inEffect().anyMatch(it -> it.last().isDisputed()));
    }

    /** How many statements the supplier could still answer. */
    public long unanswered() {
        return inEffect().filter(it -> it.last().answers().isEmpty()).count();
    }

    public boolean isDisputed() {
        return inEffect().anyMatch(it -> it.last().isDisputed());
    }

    private Stream<Chain> inEffect() {
        return chains.stream().filter(Chain::isInEffect);
    }
}
