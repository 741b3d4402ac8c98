package org.xiangpei.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.Session;

/** Compares the kept sums with the facts; where they differ they are made anew, as the index is. */
@ApplicationScoped
public class SumCheck {

    private static final Duration EVERY = Duration.ofDays(1);
    private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

    private final PurchaseFigures figures;
    private final SumKeeping keeping;
    private final Session session;
    private final Clock clock;

    SumCheck(PurchaseFigures figures, SumKeeping keeping, Session session, Clock clock) {
        this.figures = figures;
        this.keeping = keeping;
        this.session = session;
        this.clock = clock;
    }

    /** Once a day, by whichever instance is first. */
    void whenDue() {
        boolean due = QuarkusTransaction.requiringNew()
                .call(() -> session.createNativeMutationQuery("""
                        update purchase_sum_state set checked_at = :now where make = :make
                            and (checked_at is null or checked_at < :before)""")
                                .setParameter("now", clock.instant())
                                .setParameter("before", clock.instant().minus(EVERY))
                                .setParameter("make", SumKeeping.MAKE)
                                .executeUpdate()
                        > 0);
        if (due && !QuarkusTransaction.requiringNew().timeout(600).call(this::agreesNow)) {
            QuarkusTransaction.requiringNew().run(keeping::beginAnew);
        }
    }

    /** Whether all groupings of today and of a year ago are the same by the sums and by the facts; in a transaction that sees one moment. */
    private boolean agreesNow() {
        session.doWork(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("set transaction isolation level repeatable read");
            }
        });
        return agrees();
    }

    /** In the caller's transaction, which sees the sums and the facts at one moment only when nobody else records meanwhile. */
    boolean agrees() {
        LocalDate today = LocalDate.ofInstant(Instant.now(clock), clock.getZone());
        return levelsAgree()
                && List.of(today, today.minusYears(1)).stream()
                        .allMatch(asOf ->
                                agrees(new Cut(new Period(BEGINNING, today), asOf, clock.getZone(), Scope.REGION)));
    }

    /** Whether all levels have the same of each month, those by days included. */
    private boolean levelsAgree() {
        boolean same = session.createNativeQuery("""
                        select not exists (
                            select from (
                                select level, date_trunc('month', starts_on) as month, known_month, sum(lines) as lines, sum(fen) as fen,
                                    sum(fen_recognised) as recognised
                                from purchase_sum group by 1, 2, 3) of_level
                            group by month, known_month
                            having count(*) <> :levels or count(distinct (lines, fen, recognised)) > 1)""", Boolean.class)
                .setParameter("levels", SumLevel.values().length)
                .getSingleResult();
        if (!same) {
            Log.error("The levels of the sums of purchases are not the same");
        }
        return same;
    }

    private boolean agrees(Cut cut) {
        return List.of(Dimension.BUYER, Dimension.CATEGORY, Dimension.BUYER_KIND, Dimension.MONTH).stream()
                .allMatch(dimension -> {
                    boolean same = figures.sums(cut, dimension).equals(figures.sumsOfFacts(cut, dimension));
                    if (!same) {
                        Log.errorf(
                                "The sums of purchases by %s as of %s are not those of the facts",
                                dimension, cut.asOf());
                    }
                    return same;
                });
    }
}
