package org.xiangpei.sourcing.signal;

import java.time.LocalDate;

import org.xiangpei.shared.RuleViolation;

/**
 * Which inquiries signals look at: those that were opened within twelve months up to a day, with what was decided by then.
 *
 * @param asOf the last day, that included
 */
public record SignalPeriod(LocalDate asOf) {

    private static final int MONTHS = 12;
    private static final LocalDate FIRST = LocalDate.of(2021, 7, 1);

    /** @throws RuleViolation {@code bad-request} for a day that has not come, or before there was anything */
    static SignalPeriod until(LocalDate asOf, LocalDate today) {
        if (asOf.isAfter(today) || asOf.isBefore(FIRST)) {
            throw new RuleViolation("bad-request", "asOf=%s 不能识别，应为 %s 到 %s 的日期".formatted(asOf, FIRST, today));
        }
        return new SignalPeriod(asOf);
    }

    /** The first day. */
    public LocalDate from() {
        return asOf.minusMonths(MONTHS).plusDays(1);
    }
}
