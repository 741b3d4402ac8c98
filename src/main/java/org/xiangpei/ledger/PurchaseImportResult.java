package org.xiangpei.ledger;

import java.util.List;

import org.xiangpei.shared.Money;
import org.xiangpei.shared.tabular.RowError;
import org.xiangpei.shared.tabular.RowErrors;

/**
 * What an upload brings to the ledger, or would.
 *
 * @param records rows in which nothing is wrong
 * @param corrections how many of them supersede another record, cancellations included
 * @param cancellations how many of them cancel one
 * @param amount of all of them
 * @param unknownOrigin how many of them name no place of production
 * @param errors the listed errors, {@code errorCount} all of them
 */
public record PurchaseImportResult(
        long records,
        long corrections,
        long cancellations,
        Money amount,
        long unknownOrigin,
        List<RowError> errors,
        int errorCount) {

    static PurchaseImportResult of(List<PurchaseRecord> records, RowErrors errors) {
        return new PurchaseImportResult(
                records.size(),
                records.stream().filter(it -> it.entry().supersedes() != null).count(),
                records.stream().filter(PurchaseRecord::cancels).count(),
                records.stream().map(PurchaseRecord::amount).reduce(Money.ZERO, Money::plus),
                records.stream()
                        .filter(it -> it.supply().productionRegion() == null)
                        .count(),
                errors.list(),
                errors.total());
    }
}
