package org.xiangpei.catalog.web;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

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

        @Schema(description = "Counts for each table of the upload; rows with errors are not counted")
        List<TableCount> tables,

        @Schema(description = "Files of the upload that are no tables of the catalogue")
        List<String> ignored,

        @Schema(description = "All errors, also those beyond the list's limit")
        int errorCount,

        List<RowError> errors)
        implements Uploads.Outcome {

    static CatalogImportResponse of(String mode, ImportResult result) {
        return new CatalogImportResponse(
                mode,
                mode.equals(Uploads.APPLY),
                result.tables(),
                result.ignored(),
                result.errorCount(),
                result.errors());
    }
}
