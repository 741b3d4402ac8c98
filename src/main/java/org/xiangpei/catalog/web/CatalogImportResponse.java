package org.xiangpei.catalog.web;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.load.ImportResult;
import org.xiangpei.catalog.load.TableCount;
import org.xiangpei.shared.tabular.RowError;
import org.xiangpei.shared.web.Uploads;

/** What an upload did, or would do. */
@Schema(description = "Outcome of a catalogue upload")
record CatalogImportResponse(
        @Schema(description = "preview or apply", examples = "preview")
        String mode,

        @Schema(description = "Whether anything may have changed: always false for a preview")
        boolean applied,

        @Schema(
                description = "The applied import, by which it can be undone; null for a preview",
                examples = "IM000012")
        @Nullable
        String code,

        @Schema(description = "Counts for each table of the upload; rows with errors are not counted")
        List<TableCount> tables,

        @Schema(description = "Files of the upload that are no tables of the catalogue")
        List<String> ignored,

        @Schema(description = "All errors, also those beyond the list's limit")
        int errorCount,

        List<RowError> errors)
        implements Uploads.Outcome {

    static CatalogImportResponse previewed(ImportResult result) {
        return of(Uploads.PREVIEW, null, result);
    }

    static CatalogImportResponse applied(String code, ImportResult result) {
        return of(Uploads.APPLY, code, result);
    }

    private static CatalogImportResponse of(String mode, @Nullable String code, ImportResult result) {
        return new CatalogImportResponse(
                mode,
                mode.equals(Uploads.APPLY),
                code,
                result.tables(),
                result.ignored(),
                result.errorCount(),
                result.errors());
    }
}
