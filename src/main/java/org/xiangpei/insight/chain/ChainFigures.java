package org.xiangpei.insight.chain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.City;
import org.xiangpei.shared.Money;

/**
 * A chain, or a category of one, with what is supplied and what is asked today.
 *
 * @param key the chain's name, or the category's code
 * @param suppliers firms with listed products; one that produces in two cities counts in both of {@code byCity} and once here
 */
public record ChainFigures(
        String key,
        String name,
        long suppliers,
        Map<City, Long> byCity,
        Demand demand,
        Map<Completeness, Long> categories) {

    /**
     * @param lines requirement lines that count today, of which {@code met} have a qualified product
     * @param gaps with an unmet line
     * @param purchases in the ledger, whose place of production was one of the three cities for {@code localAmount}
     */
    public record Demand(long lines, long met, long unmet, long gaps, long purchases, Money amount, Money localAmount) {

        public boolean isThere() {
            return lines > 0 || purchases > 0;
        }
    }

    /**
     * What the figures rest on.
     *
     * @param refreshedAt null where they were read as of a past day
     */
    public record Basis(
            LocalDate from, LocalDate to, @Nullable Instant refreshedAt) {}

    /** Of a category: its own; only one of them is counted. */
    public Completeness completeness() {
        return categories.entrySet().stream()
                .filter(it -> it.getValue() > 0)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Completeness.BLANK);
    }

    public long count(Completeness which) {
        return categories.getOrDefault(which, 0L);
    }

    static Map<Completeness, Long> count(List<Completeness> all) {
        var counts = new EnumMap<Completeness, Long>(Completeness.class);
        all.forEach(it -> counts.merge(it, 1L, Long::sum));
        return counts;
    }
}
