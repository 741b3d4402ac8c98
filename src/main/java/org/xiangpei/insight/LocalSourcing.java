package org.xiangpei.insight;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.insight.LocalSourcingReport.Numbers;
import org.xiangpei.ledger.Asked;
import org.xiangpei.ledger.Cut;
import org.xiangpei.ledger.Grouped;
import org.xiangpei.ledger.Leakage;
import org.xiangpei.ledger.Period;
import org.xiangpei.ledger.PurchaseFigures;
import org.xiangpei.ledger.PurchaseSums;
import org.xiangpei.shared.RuleViolation;

/** Computes the local sourcing rate from purchase records and requirement lines. Few of them hide a figure from who could not read them. */
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
        Cut cut = cut(query);
        return reports(cut, List.of(new Asked(cut.period(), query.groupBy())), viewer)
                .getFirst();
    }

    /**
     * The same of several periods and groupings of one cut, which are read at once.
     *
     * @throws IllegalArgumentException as {@link PurchaseFigures#reports}
     */
    @Transactional
    public List<LocalSourcingReport> reports(Cut cut, List<Asked> questions, Actor viewer) {
        return reports(cut, questions, purchases.reports(cut, questions), new Sight(viewer));
    }

    /** @param leakage what was bought outside although a recognised product of the same category was listed (外流) */
    public record WithLeakage(List<LocalSourcingReport> reports, Amount leakage) {}

    /**
     * The same with what leaked in the period of the cut, which is one of those asked about.
     *
     * @throws IllegalArgumentException as {@link PurchaseFigures#reports}
     */
    @Transactional
    public WithLeakage withLeakage(Cut cut, List<Asked> questions, Actor viewer) {
        Sight sight = new Sight(viewer);
        var bought = purchases.withLeakage(cut, questions);
        Leakage leaked = bought.leakage();
        return new WithLeakage(
                reports(cut, questions, bought.reports(), sight),
                Amount.of(
                        leaked.amount(),
                        leaked.records(),
                        sight.hides(cut.scope().buyer(), leaked.records())));
    }

    private List<LocalSourcingReport> reports(
            Cut cut, List<Asked> questions, List<PurchaseFigures.Report> bought, Sight sight) {
        List<Grouped<CoverageSums>> asked = coverage.answers(cut, questions);
        return IntStream.range(0, questions.size())
                .mapToObj(i -> report(cut, questions.get(i), bought.get(i), asked.get(i), sight))
                .toList();
    }

    private static LocalSourcingReport report(
            Cut cut, Asked question, PurchaseFigures.Report bought, Grouped<CoverageSums> asked, Sight sight) {
        String buyer = cut.scope().buyer();
        var spent = bought.sums();
        PurchaseSums all = spent.total();
        CoverageSums lines = asked.total();
        return new LocalSourcingReport(
                cut.scope(),
                cut.asOf(),
                question.period(),
                question.groupBy(),
                all.illustrative() + lines.illustrative(),
                Numbers.of(all, sight.hides(buyer, all.lines().all()), lines, sight.hides(buyer, lines.lines())),
                ReportGroups.join(question.groupBy(), cut.scope(), spent, asked, sight),
                Flow.shown(bought.flows(), sight.reads(buyer)));
    }

    /**
     * The facts that a question is about: from the first purchase to the as-of day, and as known today, where it does not say otherwise.
     *
     * @throws RuleViolation as {@link #report}
     */
    @Transactional
    public Cut cut(LocalSourcingQuery query) {
        LocalDate asOf = asOf(query.asOf());
        return new Cut(period(query, asOf), asOf, clock.getZone(), scopes.named(query.scope()));
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
