package org.xiangpei.ledger;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Of some periods the whole months, for which there are kept sums. */
record KeptMonths(Map<Period, WholeMonths> months) {

    static KeptMonths of(List<Period> periods, LocalDate asOf) {
        var months = new HashMap<Period, WholeMonths>();
        periods.forEach(period -> WholeMonths.of(period, asOf).ifPresent(it -> months.put(period, it)));
        return new KeptMonths(months);
    }

    /** Only of some of the periods. */
    KeptMonths only(List<Period> periods) {
        var some = new HashMap<>(months);
        some.keySet().retainAll(periods);
        return new KeptMonths(some);
    }

    Optional<WholeMonths> of(Period period) {
        return Optional.ofNullable(months.get(period));
    }

    /** From the first of all months to the last; empty where there are none. */
    Optional<Period> span() {
        return months.isEmpty()
                ? Optional.empty()
                : Optional.of(new Period(
                        edge(WholeMonths::first).min(LocalDate::compareTo).orElseThrow(),
                        edge(WholeMonths::last).max(LocalDate::compareTo).orElseThrow()));
    }

    private Stream<LocalDate> edge(Function<WholeMonths, LocalDate> day) {
        return months.values().stream().map(day);
    }
}
