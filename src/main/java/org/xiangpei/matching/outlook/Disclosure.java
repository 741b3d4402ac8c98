package org.xiangpei.matching.outlook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.xiangpei.matching.answer.Place;
import org.xiangpei.shared.Money;

/**
 * Decides which sums of private budgets one reader may see (design rule 7), for all sums on one page together: a sum shows only when at
 * least {@value #FEWEST} lines of at least {@value #FEWEST_BUYERS} buyers stand behind it, none of them more than half of it, and no sum
 * that was shown before covers the same lines but for one to four, which the difference would tell. Two digits are kept.
 */
final class Disclosure {

    static final int FEWEST = 5;
    static final int FEWEST_BUYERS = 2;

    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);

    private final List<Set<Place>> shown = new ArrayList<>();

    /** The sum of the lines that have a budget, rounded; empty where it would tell too much. A line counts once. */
    Optional<Money> sum(Collection<Near> lines) {
        Map<Place, Near> budgeted = new HashMap<>();
        lines.stream().filter(it -> it.budget() != null).forEach(it -> budgeted.put(it.line(), it));
        BigDecimal sum = budgeted.values().stream().map(Disclosure::budget).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!isEnough(budgeted.values(), sum) || tellsByDifference(budgeted.keySet())) {
            return Optional.empty();
        }
        shown.add(Set.copyOf(budgeted.keySet()));
        return Optional.of(new Money(sum.round(TWO_DIGITS)));
    }

    /** Whether so many lines may be counted for a reader who cannot see them. */
    static boolean isCountable(Collection<Near> lines) {
        return lines.stream().map(Near::line).distinct().count() >= FEWEST && buyers(lines) >= FEWEST_BUYERS;
    }

    private static boolean isEnough(Collection<Near> lines, BigDecimal sum) {
        return isCountable(lines)
                && lines.stream()
                        .allMatch(it -> budget(it).multiply(BigDecimal.TWO).compareTo(sum) <= 0);
    }

    private static long buyers(Collection<Near> lines) {
        return lines.stream().map(Near::buyer).distinct().count();
    }

    private boolean tellsByDifference(Set<Place> lines) {
        return shown.stream().anyMatch(before -> {
            Set<Place> all = new HashSet<>(before);
            all.addAll(lines);
            Set<Place> different = all.stream()
                    .filter(it -> !before.contains(it) || !lines.contains(it))
                    .collect(Collectors.toSet());
            return !different.isEmpty() && different.size() < FEWEST;
        });
    }

    private static BigDecimal budget(Near line) {
        return Objects.requireNonNull(line.budget());
    }
}
