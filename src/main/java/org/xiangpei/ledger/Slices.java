package org.xiangpei.ledger;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the time that some questions are about is cut, so that no day is looked at twice: into whole months, which any of their periods may have, and
 * stretches of days. A stretch that the whole months of a period have too many is taken off again.
 *
 * @param days the slice of each is its place in the list and one
 */
record Slices(Optional<KeptMonths> kept, List<Period> days) {

    /** The slice of the whole months, whichever period they belong to. */
    static final int MONTHS = 0;

    /** The slice, as SQL, of what leaked of another. */
    static final String LEAKED = "(-1 - %s)";

    /** @param kept empty where the facts are to answer */
    static Slices of(List<Period> periods, Optional<KeptMonths> kept) {
        return new Slices(
                kept,
                periods.stream()
                        .flatMap(period -> months(kept, period)
                                .map(months -> months.edges().stream().map(WholeMonths.Edge::days))
                                .orElseGet(() -> Stream.of(period)))
                        .distinct()
                        .toList());
    }

    /** From the first whole month to the last; empty where there are none. */
    Optional<Period> months() {
        return kept.flatMap(KeptMonths::span);
    }

    /** Only what some of the periods need. */
    Slices only(List<Period> periods) {
        return of(periods, kept.map(it -> it.only(periods)));
    }

    int of(Period stretch) {
        return days.indexOf(stretch) + 1;
    }

    /** The same of one of the periods. */
    Optional<WholeMonths> monthsOf(Period period) {
        return months(kept, period);
    }

    /** Of which rows what leaked of a period is put together. */
    Cells.Part leakedOf(Period period) {
        Cells.Part part = partOf(period);
        return (slice, month) -> part.times(-1 - slice, month);
    }

    /** Of which rows a period is put together. */
    Cells.Part partOf(Period period) {
        Optional<WholeMonths> months = monthsOf(period);
        if (months.isEmpty()) {
            int own = of(period);
            return (slice, month) -> slice == own ? 1 : 0;
        }
        WholeMonths whole = months.get();
        return (slice, month) -> {
            if (slice == MONTHS) {
                return month == null || whole.include(month) ? 1 : 0;
            }
            return slice < 0 ? 0 : whole.times(days.get(slice - 1));
        };
    }

    private static Optional<WholeMonths> months(Optional<KeptMonths> kept, Period period) {
        return kept.flatMap(it -> it.of(period));
    }
}
