package org.xiangpei.catalog.web;

import java.io.InputStream;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
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

import org.xiangpei.catalog.imports.CatalogUndo;
import org.xiangpei.catalog.imports.CatalogUploads;
import org.xiangpei.catalog.load.CatalogTemplate;
import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.shared.web.ErrorListResponse;
import org.xiangpei.shared.web.Problem;
import org.xiangpei.shared.web.Uploads;

/** Uploads of the catalogue. */
@Path("/api/v1/catalog/imports")
@Needs(Action.IMPORT_CATALOGUE)
@Produces({MediaType.APPLICATION_JSON, ErrorListResponse.CSV})
@Tag(name = "catalogue")
@SecurityRequirement(name = Needs.SCHEME)
class CatalogImportResource {

    private final Uploads uploads;
    private final CatalogUploads catalog;
    private final CatalogUndo undo;
    private final CatalogTemplate template;
    private final CurrentActor actor;

    CatalogImportResource(
            Uploads uploads, CatalogUploads catalog, CatalogUndo undo, CatalogTemplate template, CurrentActor actor) {
        this.uploads = uploads;
        this.catalog = catalog;
        this.undo = undo;
        this.template = template;
        this.actor = actor;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Import catalogue tables",
            description =
                    "A zip of the CSV files of catalog-data, one XLSX with sheets of the same names, or a single CSV"
                            + " named after its table. Rows whose key is known are amended, new ones added, absent ones left."
                            + " Any error and nothing changes. Accept: text/csv answers the error list as a download.")
    @APIResponse(
            responseCode = "200",
            description = "Counts by table; a preview also lists the errors",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = CatalogImportResponse.class)),
                @Content(mediaType = ErrorListResponse.CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(
            responseCode = "401",
            description = "There is no access token, or it is not good",
            content = @Content(mediaType = Problem.JSON, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "413",
            description = "The file or what it unpacks to is too large",
            content = @Content(mediaType = Problem.JSON, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "The data is wrong: every error by file, row, column, value and reason; nothing was changed",
            content = @Content(mediaType = Problem.JSON, schema = @Schema(implementation = Problem.class)))
    public Response form(
            @RestForm("file") @Nullable FileUpload file,
            @Parameter(description = "preview changes nothing", example = "preview")
                    @RestQuery
                    @DefaultValue(Uploads.PREVIEW)
                    @Pattern(regexp = Uploads.MODES, message = Uploads.WRONG_MODE)
                    String mode,
            @Context HttpHeaders headers) {
        return uploads.take(file, headers, in(mode, file == null ? "" : file.fileName()));
    }

    @POST
    @Consumes({"application/zip", Uploads.XLSX, ErrorListResponse.CSV, MediaType.APPLICATION_OCTET_STREAM})
    @Operation(hidden = true)
    public Response raw(
            InputStream body,
            @Parameter(description = "The file's name; a single CSV is named after its table", example = "firms.csv")
                    @RestQuery
                    @DefaultValue("upload")
                    String file,
            @RestQuery @DefaultValue(Uploads.PREVIEW) @Pattern(regexp = Uploads.MODES, message = Uploads.WRONG_MODE)
                    String mode,
            @Context HttpHeaders headers) {
        return uploads.take(file, body, headers, in(mode, file));
    }

    @GET
    @Path("template")
    @Produces(Uploads.XLSX)
    @Operation(
            summary = "Template of the catalogue's tables",
            description =
                    "A workbook with a sheet for each table and one that explains every column; filled, with the catalogue as it"
                            + " is, so that uploading it as it is changes nothing.")
    @APIResponse(responseCode = "200", description = "The workbook", content = @Content(mediaType = Uploads.XLSX))
    public Response template(
            @Parameter(description = "With all rows of the catalogue", example = "false")
                    @RestQuery
                    @DefaultValue("false")
                    boolean filled) {
        return Response.ok(template.workbook(filled), Uploads.XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + (filled ? "catalogue.xlsx" : "catalogue-template.xlsx") + "\"")
                .build();
    }

    @POST
    @Path("{code}/undo")
    @Operation(
            summary = "Take an import back",
            description =
                    "Rows that it added go, rows that it changed get their former values; all of it, or nothing when one of them was"
                            + " changed since or something else refers to it.")
    @APIResponse(responseCode = "204", description = "The import was undone")
    @APIResponse(
            responseCode = "404",
            description = "No such import for the caller",
            content = @Content(mediaType = Problem.JSON, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description = "Undone before, or not to be undone: the rows that stand against it",
            content = @Content(mediaType = Problem.JSON, schema = @Schema(implementation = Problem.class)))
    public void undo(@Parameter(example = "IM000012") @RestPath String code) {
        undo.undo(actor.get(), code);
    }

    private Uploads.Import in(String mode, String file) {
        Actor uploader = actor.get();
        return (sheets, errors) -> {
            if (!mode.equals(Uploads.APPLY)) {
                return CatalogImportResponse.previewed(catalog.foresee(uploader, sheets, errors));
            }
            CatalogUploads.Applied applied = catalog.applyAtOnce(uploader, file, sheets, errors);
            return CatalogImportResponse.applied(applied.code(), applied.result());
        };
    }
}
