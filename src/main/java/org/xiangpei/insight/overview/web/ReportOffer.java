package org.xiangpei.insight.overview.web;

import java.time.YearMonth;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.insight.LocalSourcingQuery;
import org.xiangpei.insight.overview.Overview;
import org.xiangpei.shared.City;

/**
 * The monthly report that one click on the overview makes.
 *
 * @param reads whether the reader has to do with reports at all
 * @param makes whether the reader makes one of the place that is looked at
 * @param month the last that is over at the end of the period
 * @param asOf empty where the address says no day: then what was known yesterday counts
 */
public record ReportOffer(
        boolean reads, boolean makes, String place, String placeName, String month, String monthName, String asOf) {

    static ReportOffer of(LocalSourcingQuery query, Overview overview, Actor actor) {
        City city = overview.scope().buyerCity();
        var to = overview.now().period().to();
        YearMonth month = to.equals(YearMonth.from(to).atEndOfMonth())
                ? YearMonth.from(to)
                : YearMonth.from(to).minusMonths(1);
        boolean reads = actor.may(Action.KEEP_REPORTS);
        return new ReportOffer(
                reads,
                reads && (city == null || actor.city().filter(city::equals).isPresent()),
                city == null ? "" : city.code(),
                city == null ? "长株潭" : city.label(),
                month.toString(),
                month.getYear() + " 年 " + month.getMonthValue() + " 月",
                query.asOf() == null ? "" : query.asOf().toString());
    }
}
