package org.xiangpei.insight;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.ledger.Dimension;
import org.xiangpei.ledger.Period;
import org.xiangpei.ledger.PurchaseSums;
import org.xiangpei.ledger.Scope;

/**
 * The local sourcing rate (本地配套率) of a period, as known at the end of a day.
 *
 * @param scope by the names of today
 * @param illustrative how many of the purchase records and requirement lines behind the total are sample data
 * @param groups those that have facts, in time order or by falling amount, hidden ones last: their place would tell it; empty without
 *     {@code groupBy}
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
        List<Flow> flows) {

    /** The four numbers, which are never mixed, and beside them the share that went to recognised products. */
    public record Numbers(
            Figure awardValue, Figure lineCount, Figure coverage, Figure declaredContent, Figure recognised) {

        static Numbers of(PurchaseSums spent, boolean spentHidden, CoverageSums asked, boolean askedHidden) {
            return new Numbers(
                    Figure.of(spent.awardValue(), spentHidden),
                    Figure.of(spent.lineCount(), spentHidden),
                    Figure.of(asked.rate(), askedHidden),
                    Figure.of(spent.declaredContent(), spentHidden),
                    Figure.of(spent.recognised(), spentHidden));
        }
    }

    public record Group(String key, String label, Numbers numbers) {}
}
