package org.xiangpei.search.relevance;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a search found for a judged query.
 *
 * @param found the codes of the first screen, best first
 */
public record Outcome(JudgedQuery judged, List<String> found) {

    /** Products on the first screen. */
    static final int SCREEN = 20;

    private static final int RANKED = 10;

    /**
     * How near the first ten are to the best order that the judgement allows, from 0 to 1: a product gains 2^grade − 1, and counts the
     * less the lower it stands (divided by log2(rank + 1)).
     */
    public double ndcg() {
        return gain(found.stream().map(judged::grade))
                / gain(Stream.concat(
                        judged.askedFor().stream().map(code -> 2),
                        judged.close().stream().map(code -> 1)));
    }

    /**
     * The share of what deserves to be found, of either grade, that stands on the first screen. Where more deserve it than a screen
     * holds, a screen full of them is 1.
     */
    public double recall() {
        long seen = found.stream()
                .limit(SCREEN)
                .filter(code -> judged.grade(code) > 0)
                .count();
        return (double) seen / Math.min(SCREEN, judged.relevant());
    }

    /** 1 divided by the rank of the first product that was asked for, 0 when none is on the first screen. */
    public double reciprocalRank() {
        return IntStream.range(0, Math.min(SCREEN, found.size()))
                .filter(i -> judged.askedFor().contains(found.get(i)))
                .mapToDouble(i -> 1.0 / (i + 1))
                .findFirst()
                .orElse(0);
    }

    public boolean foundNothing() {
        return found.isEmpty();
    }

    private static double gain(Stream<Integer> grades) {
        List<Integer> ranked = grades.limit(RANKED).toList();
        return IntStream.range(0, ranked.size())
                .mapToDouble(i -> ((1 << ranked.get(i)) - 1) / (Math.log(i + 2) / Math.log(2)))
                .sum();
    }
}
