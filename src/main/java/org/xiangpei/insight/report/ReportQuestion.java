package org.xiangpei.insight.report;

import java.time.LocalDate;
import java.time.YearMonth;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.City;

/**
 * What a report is to be about.
 *
 * @param city whose buyers' figures; null is the region
 * @param month of a monthly report, else null
 * @param session number of the joint session, else null
 * @param asOf what was known at the end of this day counts
 */
public record ReportQuestion(
        ReportKind kind,
        @Nullable City city,
        @Nullable YearMonth month,
        @Nullable Integer session,
        LocalDate asOf) {

    public static ReportQuestion ofMonth(YearMonth month, @Nullable City city, LocalDate asOf) {
        return new ReportQuestion(ReportKind.MONTHLY, city, month, null, asOf);
    }

    public static ReportQuestion ofSession(int session, LocalDate asOf) {
        return new ReportQuestion(ReportKind.SESSION, null, null, session, asOf);
    }
}
