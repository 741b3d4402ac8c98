package org.xiangpei.insight.overview;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.insight.Amount;
import org.xiangpei.insight.LocalSourcingReport;
import org.xiangpei.ledger.Scope;

/**
 * The four numbers of a period beside what they were, all as known on the same day.
 *
 * @param now by chain
 * @param before the period of the same length just before
 * @param lastYear the same days a year ago
 * @param course by month, for the two years up to the end of the period
 * @param byCity of the region; empty where the scope is one city's
 * @param targets of the award-value rate in per cent, by year
 */
public record Overview(
        Scope scope,
        LocalSourcingReport now,
        LocalSourcingReport before,
        LocalSourcingReport lastYear,
        LocalSourcingReport course,
        @Nullable LocalSourcingReport byCity,
        Amount leakage,
        Map<Integer, BigDecimal> targets) {

    /** The target of the year in which the period ends. */
    public Optional<BigDecimal> target() {
        return Optional.ofNullable(targets.get(now.period().to().getYear()));
    }

    /** The months of the course, also those without facts, in order. */
    public List<YearMonth> months() {
        YearMonth last = YearMonth.from(course.period().to());
        return YearMonth.from(course.period().from())
                .atDay(1)
                .datesUntil(last.atDay(1).plusDays(1), java.time.Period.ofMonths(1))
                .map(YearMonth::from)
                .toList();
    }
}
