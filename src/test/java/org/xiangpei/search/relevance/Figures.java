package org.xiangpei.search.relevance;

import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Means over queries.
 *
 * @param nothing the share of queries that found nothing: the only figure that nonsense has, the others are then 0
 */
public record Figures(int queries, double ndcg, double recall, double reciprocalRank, double nothing) {

    static Figures of(Collection<Outcome> outcomes) {
        List<Outcome> answerable = outcomes.stream()
                .filter(outcome -> outcome.judged().relevant() > 0)
                .toList();
        return new Figures(
                outcomes.size(),
                mean(answerable, Outcome::ndcg),
                mean(answerable, Outcome::recall),
                mean(answerable, Outcome::reciprocalRank),
                mean(outcomes, outcome -> outcome.foundNothing() ? 1 : 0));
    }

    private static double mean(Collection<Outcome> outcomes, ToDoubleFunction<Outcome> measure) {
        return outcomes.stream().mapToDouble(measure).average().orElse(0);
    }
}
