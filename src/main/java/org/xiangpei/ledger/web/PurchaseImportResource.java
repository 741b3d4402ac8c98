package org.xiangpei.ledger.web;

import java.io.InputStream;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Needs;
import org.xiangpei.ledger.PurchaseImport;
import org.xiangpei.shared.web.ErrorListResponse;
import org.xiangpei.shared.web.Problem;
import org.xiangpei.shared.web.Uploads;

/** Uploads of purchase records (采购台账). */
@Path("/api/v1/purchases/imports")
@Needs(Action.IMPORT_PURCHASES)
@Produces({MediaType.APPLICATION_JSON, ErrorListResponse.CSV})
@Tag(name = "local sourcing")
@SecurityRequirement(name = Needs.SCHEME)
class PurchaseImportResource {

    private final Uploads uploads;
    private final PurchaseImport purchases;

    PurchaseImportResource(Uploads uploads, PurchaseImport purchases) {
        this.uploads = uploads;
        this.purchases = purchases;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Import purchase records",
            description =
                    "One CSV or XLSX table with a header, English or Chinese; see catalog-data/demo/README.md for the columns."
                            + " Records are appended and never changed: a correction is a record of its own that names in supersedes the one it"
                            + " corrects and repeats all of it, an amount of 0 cancels. Any error and nothing is recorded."
                            + " Accept: text/csv answers the error list as a download.")
    @APIResponse(
            responseCode = "200",
            description = "Counts; a preview also lists the errors",
            content = @Content(schema = @Schema(implementation = PurchaseImportResponse.class)))
    @APIResponse(
            responseCode = "422",
            description = "The data is wrong: every error by file, row, column, value and reason; nothing was recorded",
            content = @Content(mediaType = Problem.JSON, schema = @Schema(implementation = Problem.class)))
    public Response form(
            @RestForm("file") @Nullable FileUpload file,
            @Parameter(description = "preview records nothing", example = "preview")
                    @RestQuery
                    @DefaultValue(Uploads.PREVIEW)
                    @Pattern(regexp = Uploads.MODES, message = Uploads.WRONG_MODE)
                    String mode,
            @Context HttpHeaders headers) {
        return uploads.take(file, headers, in(mode));
    }

    @POST
    @Consumes({Uploads.XLSX, ErrorListResponse.CSV, MediaType.APPLICATION_OCTET_STREAM})
    @Operation(hidden = true)
    public Response raw(
            InputStream body,
            @RestQuery @DefaultValue("upload") String file,
            @RestQuery @DefaultValue(Uploads.PREVIEW) @Pattern(regexp = Uploads.MODES, message = Uploads.WRONG_MODE)
                    String mode,
            @Context HttpHeaders headers) {
        return uploads.take(file, body, headers, in(mode));
    }

    private Uploads.Import in(String mode) {
        return (sheets, errors) -> PurchaseImportResponse.of(
                mode, mode.equals(Uploads.APPLY) ? purchases.apply(sheets, errors) : purchases.preview(sheets, errors));
    }
}
