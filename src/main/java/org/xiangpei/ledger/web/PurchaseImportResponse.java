package org.xiangpei.ledger.web;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.xiangpei.ledger.Foreseen;
import org.xiangpei.ledger.PurchaseImport;
import org.xiangpei.shared.tabular.RowError;
import org.xiangpei.shared.web.Uploads;

/** What an upload of purchase records did, or would do. */
@Schema(description = "Outcome of an upload of purchase records")
record PurchaseImportResponse(
        @Schema(description = "preview or apply", examples = "preview")
        String mode,

        @Schema(description = "Whether the records are in the ledger now: always false for a preview")
        boolean applied,

        @Schema(
                description = "The applied import, by which it can be undone; null for a preview",
                examples = "LI000012")
        @Nullable
        String code,

        @Schema(description = "Rows in which nothing is wrong")
        long records,

        @Schema(description = "How many of them supersede another record, cancellations included")
        long corrections,

        @Schema(description = "How many of them cancel one") long cancellations,

        @Schema(description = "CNY, tax included, of all of them", examples = "1234567.00")
        String amount,

        @Schema(description = "How many of them name no place of production")
        long unknownOrigin,

        @Schema(
                description =
                        "Rows that look like a purchase that the ledger has: same buyer, supplier, item, amount, a few days apart")
        int suspectedDuplicates,

        @Schema(description = "All errors, also those beyond the list's limit")
        int errorCount,

        List<RowError> errors)
        implements Uploads.Outcome {

    static PurchaseImportResponse previewed(Foreseen result) {
        return of(Uploads.PREVIEW, null, result);
    }

    static PurchaseImportResponse applied(PurchaseImport.Applied applied) {
        return of(Uploads.APPLY, applied.code(), applied.result());
    }

    private static PurchaseImportResponse of(String mode, @Nullable String code, Foreseen result) {
        return new PurchaseImportResponse(
                mode,
                mode.equals(Uploads.APPLY),
                code,
                result.records(),
                result.corrections(),
                result.cancellations(),
                result.amount().toString(),
                result.unknownOrigin(),
                result.alikeCount(),
                result.errorCount(),
                result.errors());
    }
}
