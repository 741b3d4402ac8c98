package org.xiangpei.ledger;

import java.util.ArrayList;
import java.util.List;

/** Some sums of the same facts, in an order that their query says; the first is how many facts there are. */
public final class Tally {

    private final List<Long> sums = new ArrayList<>();

    Tally(int size) {
        for (int i = 0; i < size; i++) {
            sums.add(0L);
        }
    }

    /** @param times how often; what is taken off is negative */
    void add(List<Object> others, int times) {
        for (int i = 0; i < sums.size(); i++) {
            sums.set(i, Math.addExact(sums.get(i), times * (long) others.get(i)));
        }
    }

    public long at(int place) {
        return sums.get(place);
    }
}
