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

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.Money;

/**
 * Decides which sums of private budgets one reader may see (design rule 7), for all sums on one page together: a sum shows only when at
 * least {@value #FEWEST} lines of at least {@value #FEWEST_BUYERS} buyers stand behind it, none of them more than half of it, and no sum
 * that was shown before covers the same lines but for one to four, which the difference would tell. Two digits are kept.
 */
public final class Disclosure {

    public static final int FEWEST = 5;
    public static final int FEWEST_BUYERS = 2;

    /** A line whose budget may go into a sum; it counts once, however often it is given. */
    public interface Budgeted {
        /** What tells it from other lines. */
        Object line();

        /** Code of the organisation that asks. */
        String buyer();

        /** CNY; null where none is stated. */
        @Nullable
        BigDecimal budget();
    }

    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);

    private final List<Set<Object>> shown = new ArrayList<>();

    /** The sum of the lines that have a budget, rounded; empty where it would tell too much. A line counts once. */
    public Optional<Money> sum(Collection<? extends Budgeted> lines) {
        Map<Object, Budgeted> budgeted = new HashMap<>();
        lines.stream().filter(it -> it.budget() != null).forEach(it -> budgeted.put(it.line(), it));
        BigDecimal sum = budgeted.values().stream().map(Disclosure::budget).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!isEnough(budgeted.values(), sum) || tellsByDifference(budgeted.keySet())) {
            return Optional.empty();
        }
        shown.add(Set.copyOf(budgeted.keySet()));
        return Optional.of(new Money(sum.round(TWO_DIGITS)));
    }

    /** Whether so many lines may be counted for a reader who cannot see them. */
    public static boolean isCountable(Collection<? extends Budgeted> lines) {
        return isCountable(lines.stream().map(Budgeted::line).distinct().count(), buyers(lines));
    }

    /** Whether so many lines of so many buyers may be counted for a reader who cannot see them. */
    public static boolean isCountable(long lines, long buyers) {
        return lines >= FEWEST && buyers >= FEWEST_BUYERS;
    }

    private static boolean isEnough(Collection<? extends Budgeted> lines, BigDecimal sum) {
        return isCountable(lines)
                && lines.stream()
                        .allMatch(it -> budget(it).multiply(BigDecimal.TWO).compareTo(sum) <= 0);
    }

    private static long buyers(Collection<? extends Budgeted> lines) {
        return lines.stream().map(Budgeted::buyer).distinct().count();
    }

    private boolean tellsByDifference(Set<Object> lines) {
        return shown.stream().anyMatch(before -> {
            Set<Object> all = new HashSet<>(before);
            all.addAll(lines);
            Set<Object> different = all.stream()
                    .filter(it -> !before.contains(it) || !lines.contains(it))
                    .collect(Collectors.toSet());
            return !different.isEmpty() && different.size() < FEWEST;
        });
    }

    private static BigDecimal budget(Budgeted line) {
        return Objects.requireNonNull(line.budget());
    }
}
