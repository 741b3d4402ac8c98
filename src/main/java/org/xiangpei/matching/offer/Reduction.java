package org.xiangpei.matching.offer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What is left of a set cover once all is decided that needs no search: elements that only one set holds, elements that are covered
 * whenever another one is, and sets that cover no more than another one.
 *
 * @param chosen sets that every smallest answer may have
 * @param left elements that are still to be covered
 * @param usable sets that may still be chosen
 */
record Reduction(List<Integer> chosen, BitSet left, BitSet usable) {

    /** Comparing each with each is quadratic; beyond this the search alone has to do. */
    private static final int MOST_COMPARED = 2_000;

    static Reduction of(List<BitSet> sets, List<BitSet> holders, BitSet elements) {
        var chosen = new ArrayList<Integer>();
        var left = (BitSet) elements.clone();
        var usable = new BitSet(sets.size());
        usable.set(0, sets.size());
        boolean changed = true;
        while (changed) {
            changed = dropDominated(left, holders, usable, true);
            changed |= dropDominated(usable, sets, left, false);
            changed |= choose(chosen, left, usable, sets, holders);
        }
        return new Reduction(List.copyOf(chosen), left, usable);
    }

    private static boolean choose(
            List<Integer> chosen, BitSet left, BitSet usable, List<BitSet> sets, List<BitSet> holders) {
        boolean changed = false;
        for (int element = left.nextSetBit(0); element >= 0; element = left.nextSetBit(element + 1)) {
            BitSet open = within(holders.get(element), usable);
            if (open.cardinality() == 1) {
                int only = open.nextSetBit(0);
                chosen.add(only);
                usable.clear(only);
                left.andNot(sets.get(only));
                changed = true;
            }
        }
        return changed;
    }

    /**
     * Drops one of two where keeping the other is enough.
     *
     * @param larger whether the one with more is dropped (of elements, that more sets hold), or the one with less (of sets)
     */
    private static boolean dropDominated(BitSet open, List<BitSet> contents, BitSet within, boolean larger) {
        if (open.cardinality() > MOST_COMPARED) {
            return false;
        }
        boolean changed = false;
        int[] places = open.stream().toArray();
        BitSet[] seen = new BitSet[places.length];
        for (int i = 0; i < places.length; i++) {
            seen[i] = within(contents.get(places[i]), within);
        }
        for (int i = 0; i < places.length; i++) {
            for (int j = 0; j < places.length && open.get(places[i]); j++) {
                if (i != j && open.get(places[j]) && isDominated(seen[i], seen[j], larger, i > j)) {
                    open.clear(places[i]);
                    changed = true;
                }
            }
        }
        return changed;
    }

    /** Of two that are equal the later one goes. */
    private static boolean isDominated(BitSet one, BitSet other, boolean larger, boolean later) {
        if (one.equals(other)) {
            return later;
        }
        return larger ? covers(one, other) : covers(other, one);
    }

    private static boolean covers(BitSet one, BitSet other) {
        var rest = (BitSet) other.clone();
        rest.andNot(one);
        return rest.isEmpty();
    }

    private static BitSet within(BitSet content, BitSet allowed) {
        var within = (BitSet) content.clone();
        within.and(allowed);
        return within;
    }
}
