package org.xiangpei.ledger.web;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.xiangpei.ledger.PurchaseImportResult;
import org.xiangpei.shared.tabular.RowError;
import org.xiangpei.shared.web.Uploads;

/** What an upload of purchase records did, or would do. */
@Schema(description = "Outcome of an upload of purchase records")
record PurchaseImportResponse(
        @Schema(description = "preview or apply", examples = "preview")
        String mode,

        @Schema(description = "Whether the records are in the ledger now: always false for a preview")
        boolean applied,

        @Schema(description = "Rows in which nothing is wrong")
        long records,

        @Schema(description = "How many of them supersede another record, cancellations included")
        long corrections,

        @Schema(description = "How many of them cancel one") long cancellations,

        @Schema(description = "CNY, tax included, of all of them", examples = "1234567.00")
        String amount,

        @Schema(description = "How many of them name no place of production")
        long unknownOrigin,

        @Schema(description = "All errors, also those beyond the list's limit")
        int errorCount,

        List<RowError> errors)
        implements Uploads.Outcome {

    static PurchaseImportResponse of(String mode, PurchaseImportResult result) {
        return new PurchaseImportResponse(
                mode,
                mode.equals(Uploads.APPLY),
                result.records(),
                result.corrections(),
                result.cancellations(),
                result.amount().toString(),
                result.unknownOrigin(),
                result.errorCount(),
                result.errors());
    }
}
