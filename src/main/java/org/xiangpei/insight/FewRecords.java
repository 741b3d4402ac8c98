package org.xiangpei.insight;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * Says which parts of a sum that is shown are hidden (design rule 7): those with fewer than {@value Figure#FEWEST_RECORDS} records, and as
 * many of the next larger ones as it takes so that nobody gets a hidden one, or few records, by subtracting what is shown from the sum.
 */
public final class FewRecords {

    private FewRecords() {}

    /**
     * @param records of each part
     * @return the places of the parts that are hidden; none without records
     */
    public static Set<Integer> hidden(List<Long> records) {
        return hidden(records, Set.of());
    }

    /**
     * @param records of a part; none where it is not part of the sum
     * @return as {@link #hidden(List)}
     */
    public static <T> Set<Integer> hidden(List<T> parts, ToLongFunction<T> records) {
        return hidden(parts.stream().map(records::applyAsLong).toList());
    }

    /** @param already the places of those that are hidden as parts of another sum */
    static Set<Integer> hidden(List<Long> records, Set<Integer> already) {
        List<Integer> rising = rising(records);
        var hidden = new TreeSet<Integer>();
        rising.stream()
                .filter(it -> already.contains(it) || Figure.isFew(records.get(it)))
                .forEach(hidden::add);
        long behind = hidden.stream().mapToLong(records::get).sum();
        for (int part : rising) {
            if (hidden.isEmpty() || (hidden.size() > 1 && behind >= Figure.FEWEST_RECORDS)) {
                break;
            }
            behind += hidden.add(part) ? records.get(part) : 0;
        }
        return hidden;
    }

    /** Those that have records, the fewest first. */
    private static List<Integer> rising(List<Long> records) {
        return IntStream.range(0, records.size())
                .boxed()
                .filter(it -> records.get(it) > 0)
                .sorted(Comparator.comparing(records::get))
                .toList();
    }
}
