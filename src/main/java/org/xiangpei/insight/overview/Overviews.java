package org.xiangpei.insight.overview;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.identity.Actor;
import org.xiangpei.insight.LocalSourcing;
import org.xiangpei.insight.LocalSourcingQuery;
import org.xiangpei.insight.LocalSourcingReport;
import org.xiangpei.ledger.Asked;
import org.xiangpei.ledger.Cut;
import org.xiangpei.ledger.Dimension;
import org.xiangpei.ledger.Period;
import org.xiangpei.shared.RuleViolation;

/** Gathers the overview. Every figure is that of {@link LocalSourcing}: there is one way to a rate. */
@ApplicationScoped
public class Overviews {

    private static final int MONTHS = 24;

    private final LocalSourcing localSourcing;
    private final Targets targets;

    Overviews(LocalSourcing localSourcing, Targets targets) {
        this.localSourcing = localSourcing;
        this.targets = targets;
    }

    /**
     * @param query where it does not say otherwise, from the beginning of the year in which the period ends
     * @throws RuleViolation {@code bad-request} for a period, day or scope that cannot be
     */
    @Transactional
    public Overview of(LocalSourcingQuery query, Actor viewer) {
        Cut asked = localSourcing.cut(query);
        Period period = query.from() == null
                ? new Period(
                        asked.period().to().withDayOfYear(1), asked.period().to())
                : asked.period();
        Cut cut = new Cut(period, asked.asOf(), asked.zone(), asked.scope());
        LocalSourcing.WithLeakage all = localSourcing.withLeakage(
                cut,
                List.of(
                        new Asked(period, Dimension.CHAIN),
                        new Asked(justBefore(period), null),
                        new Asked(aYearAgo(period), null),
                        new Asked(course(period), Dimension.MONTH),
                        new Asked(period, Dimension.BUYER_CITY)),
                viewer);
        List<LocalSourcingReport> reports = all.reports();
        return new Overview(
                cut.scope(),
                reports.get(0),
                reports.get(1),
                reports.get(2),
                reports.get(3),
                cut.scope().buyerCity() == null ? reports.get(4) : null,
                all.leakage(),
                targets.of(cut.scope().buyerCity(), cut.knownBefore()));
    }

    static Period justBefore(Period period) {
        long days = ChronoUnit.DAYS.between(period.from(), period.to()) + 1;
        return new Period(period.from().minusDays(days), period.to().minusDays(days));
    }

    /** A last of February stays one. */
    static Period aYearAgo(Period period) {
        return new Period(period.from().minusYears(1), yearBefore(period.to()));
    }

    private static LocalDate yearBefore(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        return day.equals(month.atEndOfMonth()) ? month.minusYears(1).atEndOfMonth() : day.minusYears(1);
    }

    private static Period course(Period period) {
        return new Period(YearMonth.from(period.to()).minusMonths(MONTHS - 1).atDay(1), period.to());
    }
}
