package org.xiangpei.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A period as whole months, and the days by which these are more or less than it: never more than half a month at either end, but for what is bought
 * after the as-of day, which hardly anything known by then is.
 *
 * @param first day of the first month
 * @param last day of the last month
 */
record WholeMonths(LocalDate first, LocalDate last, List<Edge> edges) {

    /** Days to be counted in addition, or taken off. */
    record Edge(Period days, boolean added) {}

    boolean include(LocalDate month) {
        return !month.isBefore(first) && !month.isAfter(last);
    }

    /** How often days count beside the whole months: once, not at all, or as what is taken off. */
    int times(Period days) {
        return edges.stream()
                .filter(it -> it.days().equals(days))
                .mapToInt(it -> it.added() ? 1 : -1)
                .sum();
    }

    /** Empty where the period has no month that would be worth it. */
    static Optional<WholeMonths> of(Period period, LocalDate asOf) {
        var edges = new ArrayList<Edge>();
        YearMonth first = first(period.from(), edges);
        YearMonth last = last(period.to(), asOf, edges);
        return first.isAfter(last) || YearMonth.from(period.from()).equals(YearMonth.from(period.to()))
                ? Optional.empty()
                : Optional.of(new WholeMonths(first.atDay(1), last.atEndOfMonth(), List.copyOf(edges)));
    }

    private static Edge edge(LocalDate from, LocalDate to, boolean added) {
        return new Edge(new Period(from, to), added);
    }

    private static YearMonth first(LocalDate from, List<Edge> edges) {
        YearMonth month = YearMonth.from(from);
        if (from.getDayOfMonth() == 1) {
            return month;
        }
        boolean most = from.getDayOfMonth() <= month.lengthOfMonth() / 2;
        edges.add(most ? edge(month.atDay(1), from.minusDays(1), false) : edge(from, month.atEndOfMonth(), true));
        return most ? month : month.plusMonths(1);
    }

    private static YearMonth last(LocalDate to, LocalDate asOf, List<Edge> edges) {
        YearMonth month = YearMonth.from(to);
        if (to.equals(month.atEndOfMonth())) {
            return month;
        }
        boolean most = !to.isBefore(asOf) || to.getDayOfMonth() > month.lengthOfMonth() / 2;
        edges.add(most ? edge(to.plusDays(1), month.atEndOfMonth(), false) : edge(month.atDay(1), to, true));
        return most ? month : month.minusMonths(1);
    }
}
