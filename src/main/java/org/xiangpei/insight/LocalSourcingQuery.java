package org.xiangpei.insight;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.xiangpei.ledger.Dimension;
import org.xiangpei.ledger.Scope;

/**
 * A question for the local sourcing rate.
 *
 * @param from first day; null is the day of the first purchase
 * @param to last day; null is the as-of day
 * @param asOf what was known at the end of this day counts; null is today
 * @param groupBy null for the total alone
 */
public record LocalSourcingQuery(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate asOf,
        @Nullable Dimension groupBy,
        Scope scope) {}
