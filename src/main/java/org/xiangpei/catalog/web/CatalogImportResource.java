package org.xiangpei.catalog.web;

import java.io.InputStream;
import java.util.List;

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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import org.xiangpei.catalog.load.CatalogImport;
import org.xiangpei.catalog.load.ImportResult;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.RowErrors;
import org.xiangpei.shared.tabular.Sheet;
import org.xiangpei.shared.tabular.TabularFiles;
import org.xiangpei.shared.web.ErrorListResponse;
import org.xiangpei.shared.web.OperatorOnly;
import org.xiangpei.shared.web.Problem;

/** Uploads of the catalogue. */
@Path("/api/v1/catalog/imports")
@OperatorOnly
@Produces({MediaType.APPLICATION_JSON, ErrorListResponse.CSV})
@Tag(name = "catalogue")
@SecurityRequirement(name = OperatorOnly.SCHEME)
class CatalogImportResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String MODES = "preview|apply";
    private static final String WRONG_MODE = "应为 preview（试算）或 apply（导入）";

    private final TabularFiles files;
    private final CatalogImport catalog;

    CatalogImportResource(TabularFiles files, CatalogImport catalog) {
        this.files = files;
        this.catalog = catalog;
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
            description = "The operator's token is missing or wrong",
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
            @RestForm("file") FileUpload file,
            @Parameter(description = "preview changes nothing", example = "preview")
                    @RestQuery
                    @DefaultValue("preview")
                    @Pattern(regexp = MODES, message = WRONG_MODE)
                    String mode,
            @Context HttpHeaders headers) {
        if (file == null) {
            throw new RuleViolation("file-empty", "请在表单字段 file 中提交一个文件。");
        }
        RowErrors errors = files.newErrors();
        return answer(mode, files.read(file.fileName(), file.uploadedFile(), errors), errors, headers);
    }

    @POST
    @Consumes({"application/zip", XLSX, ErrorListResponse.CSV, MediaType.APPLICATION_OCTET_STREAM})
    @Operation(hidden = true)
    public Response raw(
            InputStream body,
            @Parameter(description = "The file's name; a single CSV is named after its table", example = "firms.csv")
                    @RestQuery
                    @DefaultValue("upload")
                    String file,
            @RestQuery @DefaultValue("preview") @Pattern(regexp = MODES, message = WRONG_MODE) String mode,
            @Context HttpHeaders headers) {
        RowErrors errors = files.newErrors();
        return answer(mode, files.read(file, body, errors), errors, headers);
    }

    private Response answer(String mode, List<Sheet> sheets, RowErrors errors, HttpHeaders headers) {
        boolean csv = ErrorListResponse.wanted(headers);
        try {
            ImportResult result =
                    mode.equals("apply") ? catalog.apply(sheets, errors) : catalog.preview(sheets, errors);
            return csv
                    ? ErrorListResponse.of(200, result.errors())
                    : Response.ok(CatalogImportResponse.of(mode, result), MediaType.APPLICATION_JSON_TYPE)
                            .build();
        } catch (RuleViolation violation) {
            if (csv && !errors.isEmpty()) {
                return ErrorListResponse.of(422, errors.list());
            }
            throw violation;
        }
    }
}
