package org.xiangpei.recognition.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.recognition.CategoryForms;
import org.xiangpei.recognition.FilingBatch;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.ErrorList;
import org.xiangpei.shared.tabular.RowError;
import org.xiangpei.shared.web.Problem;
import org.xiangpei.shared.web.Uploads;

/** Several products at once: the template of a category, and its upload. All of the rows become drafts, or none. */
@Path("/filings/batch")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.FILE_PRODUCTS)
class FilingBatchPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance batch(BatchView view);
    }

    private final FilingBatch batch;
    private final CategoryForms forms;
    private final CurrentActor actor;

    FilingBatchPages(FilingBatch batch, CategoryForms forms, CurrentActor actor) {
        this.batch = batch;
        this.forms = forms;
        this.actor = actor;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance form() {
        return Templates.batch(view("", null, List.of()));
    }

    @GET
    @Path("template")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response template(@RestQuery @Nullable String category) {
        String chosen = Objects.requireNonNullElse(category, "");
        try {
            return Response.ok(batch.template(chosen), Uploads.XLSX)
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"filing-" + chosen + ".xlsx\"")
                    .build();
        } catch (RuleViolation refused) {
            return page(refused, chosen, List.of());
        }
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response upload(@RestForm @Nullable String category, @RestForm("file") @Nullable FileUpload file) {
        String chosen = Objects.requireNonNullElse(category, "");
        try {
            if (file == null || file.fileName().isBlank()) {
                throw new RuleViolation("file-empty", "请先选择填好的表格，再上传。");
            }
            batch.take(actor.get(), chosen, file.fileName(), file.uploadedFile());
            return Response.seeOther(URI.create("/filings")).build();
        } catch (RuleViolation refused) {
            List<RowError> errors = refused.errors().stream()
                    .filter(RowError.class::isInstance)
                    .map(RowError.class::cast)
                    .toList();
            return page(refused, chosen, errors);
        }
    }

    private Response page(RuleViolation refused, String category, List<RowError> errors) {
        return Response.status(Problem.status(refused.code()))
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(Templates.batch(view(category, refused.detail(), errors)))
                .build();
    }

    private BatchView view(String category, @Nullable String refused, List<RowError> errors) {
        return new BatchView(
                FilingViews.chains(forms.choices(), category), refused, errors, errors.isEmpty() ? null : data(errors));
    }

    private static String data(List<RowError> errors) {
        return "data:text/csv;charset=utf-8;base64,"
                + Base64.getEncoder().encodeToString(ErrorList.csv(errors).getBytes(StandardCharsets.UTF_8));
    }
}
