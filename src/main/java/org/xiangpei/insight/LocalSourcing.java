package org.xiangpei.insight;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.insight.LocalSourcingReport.Numbers;
import org.xiangpei.ledger.Cut;
import org.xiangpei.ledger.Leakage;
import org.xiangpei.ledger.Period;
import org.xiangpei.ledger.PurchaseFigures;
import org.xiangpei.shared.RuleViolation;

/**
 * Computes the local sourcing rate from purchase records and requirement lines. Figures of a single buyer with few records are hidden from
 * who could not read these records.
 */
@ApplicationScoped
public class LocalSourcing {

    private final PurchaseFigures purchases;
    private final CoverageFigures coverage;
    private final KnownScopes scopes;
    private final Clock clock;

    LocalSourcing(PurchaseFigures purchases, CoverageFigures coverage, KnownScopes scopes, Clock clock) {
        this.purchases = purchases;
        this.coverage = coverage;
        this.scopes = scopes;
        this.clock = clock;
    }

    /** @throws RuleViolation {@code bad-request} for a reversed period, an as-of day to come, or a scope that nobody knows */
    @Transactional
    public LocalSourcingReport report(LocalSourcingQuery query, Actor viewer) {
        Sight sight = Sight.of(viewer);
        boolean hides = sight.hides(query.scope().buyer());
        Cut cut = cut(query);
        var bought = purchases.report(cut, query.groupBy());
        var spent = bought.sums();
        var asked = coverage.sums(cut, query.groupBy());
        return new LocalSourcingReport(
                cut.asOf(),
                cut.period(),
                query.groupBy(),
                spent.total().illustrative() + asked.total().illustrative(),
                Numbers.of(spent.total(), asked.total(), hides),
                ReportGroups.join(query, spent, asked, sight),
                hides ? List.of() : bought.flows());
    }

    /**
     * What was bought outside although a recognised product of the same category was listed (外流); empty where
     * few records would tell single deals.
     *
     * @throws RuleViolation as {@link #report}
     */
    @Transactional
    public Optional<Leakage> leakage(LocalSourcingQuery query, Actor viewer) {
        Leakage all = purchases.leakage(cut(query), null).total();
        boolean few = all.records() > 0 && all.records() < Figure.FEWEST_RECORDS;
        return few && Sight.of(viewer).hides(query.scope().buyer()) ? Optional.empty() : Optional.of(all);
    }

    /**
     * The facts that a question is about: from the first purchase to the as-of day, and as known today, where it does not say otherwise.
     *
     * @throws RuleViolation as {@link #report}
     */
    @Transactional
    public Cut cut(LocalSourcingQuery query) {
        scopes.require(query.scope());
        LocalDate asOf = asOf(query.asOf());
        return new Cut(period(query, asOf), asOf, clock.getZone(), query.scope());
    }

    private LocalDate asOf(@Nullable LocalDate asked) {
        LocalDate today = LocalDate.now(clock);
        if (asked != null && asked.isAfter(today)) {
            throw new RuleViolation("bad-request", "asOf=%s 晚于今天；应为不晚于 %s 的日期，统计只能按已知的记录重算".formatted(asked, today));
        }
        return asked == null ? today : asked;
    }

    private Period period(LocalSourcingQuery query, LocalDate asOf) {
        LocalDate to = query.to() == null ? asOf : query.to();
        LocalDate from = query.from() == null ? firstDay(asOf, to) : query.from();
        return new Period(from, to);
    }

    private LocalDate firstDay(LocalDate asOf, LocalDate to) {
        return purchases
                .firstDay(Cut.knownBefore(asOf, clock.getZone()))
                .filter(day -> !day.isAfter(to))
                .orElse(to);
    }
}
