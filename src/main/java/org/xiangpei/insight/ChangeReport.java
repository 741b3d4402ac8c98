package org.xiangpei.insight;

import java.time.LocalDate;

import org.xiangpei.ledger.Period;
import org.xiangpei.ledger.Scope;

/**
 * Why the numbers of a period differ between what was known at the end of one day and of another.
 *
 * @param illustrative how many of the purchase records and requirement lines behind the later numbers are sample data
 */
public record ChangeReport(
        Scope scope, LocalDate asOfBefore, LocalDate asOfAfter, Period period, long illustrative, Numbers numbers) {

    /** The numbers of {@link LocalSourcingReport.Numbers}, each with its difference. */
    public record Numbers(
            RateChange awardValue,
            RateChange lineCount,
            RateChange coverage,
            RateChange declaredContent,
            RateChange recognised) {}
}
