package org.xiangpei.matching.offer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * The fewest sets that together cover all elements: proven by branch and bound where that ends in time, else a greedy answer with a
 * bound below which no answer can be.
 *
 * <p>Finding the fewest is NP-hard, so there must be an end to the search; a number of steps and not a time, so that the same question
 * always gets the same answer.
 */
final class SetCover {

    /**
     * An answer.
     *
     * @param chosen places of the sets, ascending
     * @param atLeast no answer has fewer sets; as many as were chosen where the answer is proven to be the smallest
     */
    record Cover(List<Integer> chosen, int atLeast) {
        Cover {
            chosen = chosen.stream().sorted().toList();
        }

        boolean isProven() {
            return chosen.size() == atLeast;
        }
    }

    private final List<BitSet> sets;
    private final List<BitSet> holders;
    private final int mostSteps;
    private List<Integer> best;
    private int steps;

    private SetCover(List<BitSet> sets, int elements, int mostSteps) {
        this.sets = sets;
        this.holders = holders(sets, elements);
        this.mostSteps = mostSteps;
        this.best = List.of();
    }

    /**
     * A cover of all elements.
     *
     * @param sets of elements from 0; every element is in at least one
     * @param mostSteps after which the search ends without proof; 0 for the greedy answer at once
     * @throws IllegalArgumentException when an element is in no set
     */
    static Cover find(List<BitSet> sets, int elements, int mostSteps) {
        var search = new SetCover(sets, elements, mostSteps);
        if (search.holders.stream().anyMatch(BitSet::isEmpty)) {
            throw new IllegalArgumentException("Some element is in no set");
        }
        return search.run(elements);
    }

    private Cover run(int elements) {
        var all = new BitSet(elements);
        all.set(0, elements);
        Reduction reduced = Reduction.of(sets, holders, all);
        best = greedy(reduced);
        int bound = Math.max(bound(reduced), mostSteps == 0 ? ratioBound(reduced) : 0);
        if (best.size() > bound && mostSteps > 0) {
            branch(reduced.left(), reduced.usable(), new ArrayList<>(reduced.chosen()));
        }
        boolean finished = mostSteps > 0 && steps < mostSteps;
        return new Cover(best, finished ? best.size() : Math.min(best.size(), Math.max(bound, ratioBound(reduced))));
    }

    private static List<BitSet> holders(List<BitSet> sets, int elements) {
        List<BitSet> holders = new ArrayList<>(elements);
        for (int element = 0; element < elements; element++) {
            holders.add(new BitSet(sets.size()));
        }
        for (int set = 0; set < sets.size(); set++) {
            int at = set;
            sets.get(set).stream().forEach(element -> holders.get(element).set(at));
        }
        return holders;
    }

    /** Always the set that covers most of what is left; of equals the first. */
    private List<Integer> greedy(Reduction from) {
        var chosen = new ArrayList<>(from.chosen());
        var left = (BitSet) from.left().clone();
        while (!left.isEmpty()) {
            int most = -1;
            int covered = 0;
            for (int set = from.usable().nextSetBit(0);
                    set >= 0;
                    set = from.usable().nextSetBit(set + 1)) {
                int count = common(sets.get(set), left);
                if (count > covered) {
                    most = set;
                    covered = count;
                }
            }
            chosen.add(most);
            left.andNot(sets.get(most));
        }
        dropNeedless(chosen);
        return chosen;
    }

    /** What was chosen early may be covered by what came later. */
    private void dropNeedless(List<Integer> chosen) {
        for (Integer set : List.copyOf(chosen)) {
            var others = new BitSet();
            chosen.stream().filter(it -> !it.equals(set)).forEach(it -> others.or(sets.get(it)));
            if (others.cardinality() == holders.size()) {
                chosen.remove(set);
            }
        }
    }

    private void branch(BitSet left, BitSet usable, List<Integer> chosen) {
        if (left.isEmpty()) {
            best = List.copyOf(chosen);
            return;
        }
        if (++steps >= mostSteps || chosen.size() + independent(left, usable) >= best.size()) {
            return;
        }
        var still = (BitSet) usable.clone();
        for (int set : byCoverage(hardest(left, usable), left)) {
            var after = (BitSet) left.clone();
            after.andNot(sets.get(set));
            chosen.add(set);
            branch(after, still, chosen);
            chosen.removeLast();
            // Answers with this set were all tried: the others need not look at it again.
            still = (BitSet) still.clone();
            still.clear(set);
        }
    }

    /** The sets that hold the element which the fewest hold: it has to be covered by one of them. */
    private BitSet hardest(BitSet left, BitSet usable) {
        BitSet fewest = new BitSet();
        int size = Integer.MAX_VALUE;
        for (int element = left.nextSetBit(0); element >= 0; element = left.nextSetBit(element + 1)) {
            int count = common(holders.get(element), usable);
            if (count < size) {
                size = count;
                fewest = holders.get(element);
            }
        }
        var found = (BitSet) fewest.clone();
        found.and(usable);
        return found;
    }

    private List<Integer> byCoverage(BitSet candidates, BitSet left) {
        return candidates.stream()
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(set -> -common(sets.get(set), left))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private int bound(Reduction reduced) {
        return reduced.chosen().size() + independent(reduced.left(), reduced.usable());
    }

    /** Elements of which no set holds two: each needs a set of its own. An element that no usable set holds makes it hopeless. */
    private int independent(BitSet left, BitSet usable) {
        var open = (BitSet) left.clone();
        int count = 0;
        while (!open.isEmpty()) {
            BitSet found = hardest(open, usable);
            if (found.isEmpty()) {
                return sets.size() + 1;
            }
            found.stream().forEach(set -> open.andNot(sets.get(set)));
            count++;
        }
        return count;
    }

    /** Greedy needs at most H(d) times as many sets as the smallest answer, d being the size of the largest set (Chvátal 1979). */
    private int ratioBound(Reduction reduced) {
        int largest = reduced.usable().stream()
                .map(set -> common(sets.get(set), reduced.left()))
                .max()
                .orElse(0);
        double harmonic = 0;
        for (int i = 1; i <= largest; i++) {
            harmonic += 1.0 / i;
        }
        int greedy = greedy(reduced).size() - reduced.chosen().size();
        // A hair less, so that the rounding of the sum can never claim too much.
        return reduced.chosen().size() + (harmonic == 0 ? 0 : (int) Math.ceil(greedy / harmonic - 1e-9));
    }

    private static int common(BitSet one, BitSet other) {
        var both = (BitSet) one.clone();
        both.and(other);
        return both.cardinality();
    }
}
