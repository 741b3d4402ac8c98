package org.xiangpei.insight;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.ledger.Cut;
import org.xiangpei.ledger.Period;
import org.xiangpei.ledger.PurchaseChange;
import org.xiangpei.ledger.PurchaseChanges;
import org.xiangpei.ledger.PurchaseFigures;
import org.xiangpei.ledger.PurchaseSums;
import org.xiangpei.ledger.Scope;
import org.xiangpei.shared.Rate;
import org.xiangpei.shared.RuleViolation;

/** Answers why the local sourcing rate of one period is another as known on another day. */
@ApplicationScoped
public class LocalSourcingChanges {

    private final PurchaseFigures purchases;
    private final PurchaseChanges changes;
    private final CoverageFigures coverage;
    private final KnownScopes scopes;
    private final Clock clock;

    LocalSourcingChanges(
            PurchaseFigures purchases,
            PurchaseChanges changes,
            CoverageFigures coverage,
            KnownScopes scopes,
            Clock clock) {
        this.purchases = purchases;
        this.changes = changes;
        this.coverage = coverage;
        this.scopes = scopes;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param from first day of the period; null is the day of the first purchase
     * @param to last day of the period; null is {@code asOfAfter}
     * @param asOfBefore null is a quarter of a year before {@code asOfAfter}
     * @param asOfAfter null is today
     */
    public record Query(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate asOfBefore,
            @Nullable LocalDate asOfAfter,
            Scope scope) {}

    /**
     * @param viewer sees figures of few records where these are his to see
     * @throws RuleViolation {@code bad-request} for days in the wrong order or to come, or a scope that nobody knows
     */
    @Transactional
    public ChangeReport report(Query query, Actor viewer) {
        Scope scope = scopes.named(query.scope());
        LocalDate after = after(query.asOfAfter());
        LocalDate before = before(query.asOfBefore(), after);
        Period period = period(query, after);
        Cut then = new Cut(period, before, clock.getZone(), scope);
        Cut now = new Cut(period, after, clock.getZone(), scope);
        return report(then, now, !new Sight(viewer).reads(scope.buyer()));
    }

    private ChangeReport report(Cut then, Cut now, boolean hides) {
        PurchaseSums was = purchases.sums(then, null).total();
        PurchaseSums is = purchases.sums(now, null).total();
        CoverageSums asked = coverage.sums(then, null).total();
        CoverageSums asks = coverage.sums(now, null).total();
        List<PurchaseChange> moved = changes.between(then, now);
        return new ChangeReport(
                now.scope(),
                then.asOf(),
                now.asOf(),
                now.period(),
                is.illustrative() + asks.illustrative(),
                new ChangeReport.Numbers(
                        change(
                                was,
                                is,
                                PurchaseSums::awardValue,
                                moved,
                                PurchaseChange::local,
                                PurchaseChange::amount,
                                hides),
                        change(
                                was,
                                is,
                                PurchaseSums::lineCount,
                                moved,
                                it -> BigDecimal.valueOf(it.localLines()),
                                it -> BigDecimal.valueOf(it.lines()),
                                hides),
                        RateChange.of(asked.rate(), asks.rate(), coverage.changes(then, now), hides),
                        change(
                                was,
                                is,
                                PurchaseSums::declaredContent,
                                moved,
                                PurchaseChange::content,
                                PurchaseChange::amount,
                                hides),
                        change(
                                was,
                                is,
                                PurchaseSums::recognised,
                                moved,
                                PurchaseChange::recognised,
                                PurchaseChange::amount,
                                hides)));
    }

    private static RateChange change(
            PurchaseSums was,
            PurchaseSums is,
            Function<PurchaseSums, Rate> rate,
            List<PurchaseChange> moved,
            Function<PurchaseChange, BigDecimal> numerator,
            Function<PurchaseChange, BigDecimal> denominator,
            boolean hides) {
        List<Movement> movements = moved.stream()
                .map(it -> new Movement(it.cause(), it.records(), numerator.apply(it), denominator.apply(it)))
                .toList();
        return RateChange.of(rate.apply(was), rate.apply(is), movements, hides);
    }

    private LocalDate after(@Nullable LocalDate asked) {
        LocalDate today = LocalDate.now(clock);
        if (asked != null && asked.isAfter(today)) {
            throw new RuleViolation("bad-request", "asOfAfter=%s 晚于今天；应为不晚于 %s 的日期".formatted(asked, today));
        }
        return asked == null ? today : asked;
    }

    private static LocalDate before(@Nullable LocalDate asked, LocalDate after) {
        if (asked != null && asked.isAfter(after)) {
            throw new RuleViolation(
                    "bad-request", "asOfBefore=%s 晚于 asOfAfter=%s；应为前一个日期不晚于后一个".formatted(asked, after));
        }
        return asked == null ? after.minusMonths(3) : asked;
    }

    private Period period(Query query, LocalDate after) {
        LocalDate to = query.to() == null ? after : query.to();
        LocalDate from = query.from() == null
                ? purchases
                        .firstDay(Cut.knownBefore(after, clock.getZone()))
                        .filter(day -> !day.isAfter(to))
                        .orElse(to)
                : query.from();
        return new Period(from, to);
    }
}
