package org.xiangpei.ledger.web;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.ledger.PurchaseUploads;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Choices;
import org.xiangpei.shared.web.ErrorListResponse;
import org.xiangpei.shared.web.Problem;

/** Uploads of purchases by hand: a file, what stands in its columns, its preview, the decision, and the list with their undo. */
@Path("/purchases/imports")
@Needs(Action.IMPORT_PURCHASES)
@Produces(MediaType.TEXT_HTML)
class PurchaseImportPages {

    private static final int MOST_PAGES = 10_000;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance imports(PurchaseImportsView view);

        static native TemplateInstance one(PurchaseImportView view);
    }

    private final PurchaseUploads uploads;
    private final PurchaseImportViews views;
    private final CurrentActor actor;

    PurchaseImportPages(PurchaseUploads uploads, PurchaseImportViews views, CurrentActor actor) {
        this.uploads = uploads;
        this.views = views;
        this.actor = actor;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list(@RestQuery @Nullable String page) {
        return Templates.imports(views.list(actor.get(), Choices.count("page", page, 1, MOST_PAGES), null));
    }

    /** A file that cannot be read at all is answered with the form and the reason beside it. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response upload(@RestForm("file") @Nullable FileUpload file) {
        Actor uploader = actor.get();
        try {
            if (file == null || file.fileName().isBlank()) {
                throw new RuleViolation("file-empty", "请先选择一个文件，再预览。");
            }
            return seeOther(uploads.preview(uploader, file.fileName(), file.uploadedFile()));
        } catch (RuleViolation wrong) {
            return page(wrong, Templates.imports(views.list(uploader, 1, wrong.detail())));
        }
    }

    @GET
    @Path("{code}")
    @Operation(hidden = true)
    public TemplateInstance one(@RestPath String code) {
        return Templates.one(views.one(actor.get(), code, null, null));
    }

    @GET
    @Path("{code}/errors.csv")
    @Produces(ErrorListResponse.CSV)
    @Operation(hidden = true)
    public Response errors(@RestPath String code) {
        return ErrorListResponse.of(200, views.errors(actor.get(), code));
    }

    /** Which column holds what: each field is named after what it asks for, and empty where the file does not have it. */
    @POST
    @Path("{code}/columns")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response columns(@RestPath String code, MultivaluedMap<String, String> form) {
        Actor chooser = actor.get();
        try {
            uploads.choose(chooser, code, positions(form));
            return seeOther(code);
        } catch (RuleViolation refused) {
            return page(refused, Templates.one(views.one(chooser, code, refused, null)));
        }
    }

    private static Map<String, Integer> positions(MultivaluedMap<String, String> form) {
        Map<String, Integer> positions = new HashMap<>();
        form.forEach((name, values) -> {
            String value = values.getFirst();
            if (value.matches("-?\\d{1,4}")) {
                positions.put(name, Integer.valueOf(value));
            } else if (!value.isBlank()) {
                throw new RuleViolation("bad-mapping", "列的位置应为数字。");
            }
        });
        return positions;
    }

    /** Where something changed since the preview, the answer is the new one, and nothing is applied. */
    @POST
    @Path("{code}/apply")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response apply(@RestPath String code, @RestForm @Nullable String digest) {
        Actor confirmer = actor.get();
        try {
            return uploads.apply(confirmer, code, Objects.requireNonNullElse(digest, ""))
                    ? seeOther(code)
                    : Response.status(Response.Status.CONFLICT)
                            .entity(Templates.one(
                                    views.one(confirmer, code, null, "没有导入：预览之后台账或列的对应有变化。下面是现在的预览，请核对后再确认。")))
                            .build();
        } catch (RuleViolation refused) {
            return page(refused, Templates.one(views.one(confirmer, code, refused, null)));
        }
    }

    @POST
    @Path("{code}/undo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response undo(@RestPath String code) {
        Actor undoer = actor.get();
        try {
            uploads.undo(undoer, code);
            return seeOther(code);
        } catch (RuleViolation refused) {
            return page(refused, Templates.one(views.one(undoer, code, refused, null)));
        }
    }

    /** What is done in the background is not done; an upload that nobody has looked at goes with it. */
    @POST
    @Path("{code}/stop")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response stop(@RestPath String code) {
        return uploads.stop(actor.get(), code)
                ? seeOther(code)
                : Response.seeOther(URI.create("/purchases/imports")).build();
    }

    @POST
    @Path("{code}/discard")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response discard(@RestPath String code) {
        Actor discarder = actor.get();
        try {
            uploads.discard(discarder, code);
            return Response.seeOther(URI.create("/purchases/imports")).build();
        } catch (RuleViolation refused) {
            return page(refused, Templates.one(views.one(discarder, code, refused, null)));
        }
    }

    private static Response page(RuleViolation wrong, TemplateInstance page) {
        return Response.status(Problem.status(wrong.code())).entity(page).build();
    }

    private static Response seeOther(String code) {
        return Response.seeOther(URI.create("/purchases/imports/" + code)).build();
    }
}
