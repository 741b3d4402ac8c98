package org.xiangpei.insight;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Says which parts of a public sum are hidden (design rule 7): those with fewer than {@value Figure#FEWEST_RECORDS} records, and as many of the
 * next larger ones as it takes so that nobody gets a hidden one, or few records, by subtracting what is shown from the sum.
 */
public final class FewRecords {

    private FewRecords() {}

    /**
     * @param records of each part
     * @return the places of the parts that are hidden; none without records
     */
    public static Set<Integer> hidden(List<Long> records) {
        var hidden = new TreeSet<Integer>();
        if (records.stream().noneMatch(FewRecords::isFew)) {
            return hidden;
        }
        long behind = 0;
        for (int part : rising(records)) {
            if (!isFew(records.get(part)) && hidden.size() > 1 && behind >= Figure.FEWEST_RECORDS) {
                break;
            }
            hidden.add(part);
            behind += records.get(part);
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

    private static boolean isFew(long records) {
        return records > 0 && records < Figure.FEWEST_RECORDS;
    }
}
