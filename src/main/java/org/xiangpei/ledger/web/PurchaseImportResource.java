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
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.ledger.Channel;
import org.xiangpei.ledger.PurchaseUploads;
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
    private final SentPurchases sent;
    private final PurchaseUploads kept;
    private final CurrentActor actor;

    PurchaseImportResource(Uploads uploads, SentPurchases sent, PurchaseUploads kept, CurrentActor actor) {
        this.uploads = uploads;
        this.sent = sent;
        this.kept = kept;
        this.actor = actor;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Import purchase records",
            description =
                    "One CSV or XLSX table with a header, English or Chinese; see catalog-data/demo/README.md for the columns."
                            + " Records are appended and never changed: a correction is a record of its own that names in supersedes the one it"
                            + " corrects and repeats all of it, an amount of 0 cancels. Any error and nothing is recorded."
                            + " A buyer records its own purchases only: the columns of the buyer may be left out, and code is its own number."
                            + " With Idempotency-Key the same request sent again is answered the same and recorded once."
                            + " Accept: text/csv answers the error list as a download.")
    @APIResponse(
            responseCode = "200",
            description = "Counts; a preview also lists the errors",
            content = @Content(schema = @Schema(implementation = PurchaseImportResponse.class)))
    @APIResponse(
            responseCode = "422",
            description =
                    "The data is wrong: every error by file, row, column, value and reason; or the Idempotency-Key was used for"
                            + " another request. Nothing was recorded",
            content = @Content(mediaType = Problem.JSON, schema = @Schema(implementation = Problem.class)))
    @Parameter(
            name = SentPurchases.KEY,
            in = ParameterIn.HEADER,
            description = "Up to 200 characters that the program gives one request",
            schema = @Schema(type = SchemaType.STRING))
    public Response form(
            @RestForm("file") @Nullable FileUpload file,
            @Parameter(description = "preview records nothing", example = "preview")
                    @RestQuery
                    @DefaultValue(Uploads.PREVIEW)
                    @Pattern(regexp = Uploads.MODES, message = Uploads.WRONG_MODE)
                    String mode,
            @Context HttpHeaders headers) {
        return uploads.take(file, headers, in(mode, headers));
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
        return uploads.take(file, body, headers, in(mode, headers));
    }

    @POST
    @Path("{code}/undo")
    @Operation(
            summary = "Take an import of purchase records back",
            description =
                    "Records are facts: each of them gets one more that withdraws it; what the import corrected is as it was.")
    @APIResponse(responseCode = "204", description = "The import was undone")
    @APIResponse(
            responseCode = "404",
            description = "No such import for the caller",
            content = @Content(mediaType = Problem.JSON, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description = "Undone before, or one of its corrections was corrected since",
            content = @Content(mediaType = Problem.JSON, schema = @Schema(implementation = Problem.class)))
    public void undo(@Parameter(example = "LI000012") @RestPath String code) {
        kept.undo(actor.get(), code);
    }

    private Uploads.Import in(String mode, HttpHeaders headers) {
        Actor sender = actor.get();
        String key = headers.getHeaderString(SentPurchases.KEY);
        return (sheets, errors) -> mode.equals(Uploads.APPLY)
                ? sent.apply(sender, Channel.FILE, key, sheets, errors)
                : sent.preview(sender, sheets, errors);
    }
}
