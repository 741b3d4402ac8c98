package org.xiangpei.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.xiangpei.ledger.CityFlow;
import org.xiangpei.ledger.Dimension;
import org.xiangpei.ledger.Period;
import org.xiangpei.ledger.PurchaseSums;
import org.xiangpei.ledger.Scope;
import org.xiangpei.shared.Rate;

/**
 * The local sourcing rate (本地配套率) of a period, as known at the end of a day.
 *
 * @param scope by the names of today
 * @param illustrative how many of the purchase records and requirement lines behind the total are sample data
 * @param groups those that have facts, in time order or by falling amount; empty without {@code groupBy}
 * @param flows what buyers of the three cities spent in the three cities; cities without money between them are left out
 */
public record LocalSourcingReport(
        Scope scope,
        LocalDate asOf,
        Period period,
        @Nullable Dimension groupBy,
        long illustrative,
        Numbers total,
        List<Group> groups,
        List<CityFlow> flows) {

    /** The four numbers, which are never mixed, and beside them the share that went to recognised products. */
    public record Numbers(
            Figure awardValue, Figure lineCount, Figure coverage, Figure declaredContent, Figure recognised) {

        static Numbers of(PurchaseSums spent, CoverageSums asked, boolean hides) {
            Function<Rate, Figure> show = hides ? Figure::ofOneBuyer : Figure::open;
            return new Numbers(
                    show.apply(spent.awardValue()),
                    show.apply(spent.lineCount()),
                    show.apply(asked.rate()),
                    show.apply(spent.declaredContent()),
                    show.apply(spent.recognised()));
        }
    }

    public record Group(String key, String label, Numbers numbers) {}
}
