package org.xiangpei.ledger;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One of several questions about the same facts.
 *
 * @param groupBy null for the total alone
 */
public record Asked(Period period, @Nullable Dimension groupBy) {

    static List<Period> periods(List<Asked> questions) {
        return questions.stream().map(Asked::period).distinct().toList();
    }

    /**
     * By what the facts are told apart beside the city of the buyer and the months; null where by neither.
     *
     * @throws IllegalArgumentException where that is more than one thing: the answer would grow with their product
     */
    public static @Nullable Dimension key(List<Asked> questions) {
        Dimension key = null;
        for (Asked question : questions) {
            Dimension dimension = question.groupBy();
            if (dimension != null && dimension.isKey()) {
                if (key != null && key != dimension) {
                    throw new IllegalArgumentException("Both by " + key + " and by " + dimension);
                }
                key = dimension;
            }
        }
        return key;
    }

    /** Whether the facts must be told apart by months. */
    public static boolean byMonth(List<Asked> questions) {
        return periods(questions).size() > 1
                || questions.stream().map(Asked::groupBy).anyMatch(it -> it != null && it.isTime());
    }
}
