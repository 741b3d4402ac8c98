package org.xiangpei.catalog.web;

import java.net.URI;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.imports.CatalogUndo;
import org.xiangpei.catalog.imports.CatalogUploads;
import org.xiangpei.catalog.imports.Decision;
import org.xiangpei.catalog.imports.ImportHistory;
import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Choices;
import org.xiangpei.shared.web.ErrorListResponse;
import org.xiangpei.shared.web.Problem;

/** Uploads of the catalogue by hand: a file, its preview, the decision, and the list of imports with their undo. */
@Path("/catalog/imports")
@Needs(Action.IMPORT_CATALOGUE)
@Produces(MediaType.TEXT_HTML)
class ImportPages {

    private static final int MOST_PAGES = 10_000;
    private static final int ALL = Integer.MAX_VALUE;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance imports(ImportsView view);

        static native TemplateInstance one(ImportView view);
    }

    private final CatalogUploads uploads;
    private final CatalogUndo undo;
    private final ImportHistory history;
    private final ImportViews views;
    private final CurrentActor actor;

    ImportPages(
            CatalogUploads uploads, CatalogUndo undo, ImportHistory history, ImportViews views, CurrentActor actor) {
        this.uploads = uploads;
        this.undo = undo;
        this.history = history;
        this.views = views;
        this.actor = actor;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list(@RestQuery @Nullable String page) {
        return Templates.imports(views.list(actor.get(), number(page), null));
    }

    /** A file that cannot be read at all is answered with the form and the reason beside it. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response upload(@RestForm("file") @Nullable FileUpload file) {
        Actor uploader = actor.get();
        try {
            FileUpload chosen = chosen(file);
            return seeOther(uploads.preview(uploader, chosen.fileName(), chosen.uploadedFile()));
        } catch (RuleViolation wrong) {
            return page(wrong, Templates.imports(views.list(uploader, 1, wrong.detail())));
        }
    }

    /** A browser sends an empty file without a name where none was chosen. */
    private static FileUpload chosen(@Nullable FileUpload file) {
        if (file == null || file.fileName().isBlank()) {
            throw new RuleViolation("file-empty", "请先选择一个文件，再预览。");
        }
        return file;
    }

    @GET
    @Path("{code}")
    @Operation(hidden = true)
    public TemplateInstance one(
            @RestPath String code, @RestQuery @Nullable String table, @RestQuery @Nullable String page) {
        return Templates.one(views.one(actor.get(), code, table, number(page)));
    }

    @GET
    @Path("{code}/errors.csv")
    @Produces(ErrorListResponse.CSV)
    @Operation(hidden = true)
    public Response errors(@RestPath String code) {
        return ErrorListResponse.of(200, history.errors(actor.get(), code, ALL));
    }

    /** Where the catalogue changed since the preview, the answer is what would differ now, and nothing is applied. */
    @POST
    @Path("{code}/apply")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response apply(@RestPath String code, @RestForm @Nullable String digest) {
        Actor confirmer = actor.get();
        try {
            Decision decision = uploads.apply(confirmer, code, digest == null ? "" : digest);
            return decision.applied()
                    ? seeOther(code)
                    : Response.status(Response.Status.CONFLICT)
                            .entity(Templates.one(views.drifted(confirmer, code, decision.drifts())))
                            .build();
        } catch (RuleViolation refused) {
            return refused(confirmer, code, refused);
        }
    }

    @POST
    @Path("{code}/undo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response undo(@RestPath String code) {
        Actor undoer = actor.get();
        try {
            undo.undo(undoer, code);
            return seeOther(code);
        } catch (RuleViolation refused) {
            return refused(undoer, code, refused);
        }
    }

    @POST
    @Path("{code}/discard")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response discard(@RestPath String code) {
        uploads.discard(actor.get(), code);
        return Response.seeOther(URI.create("/catalog/imports")).build();
    }

    private Response refused(Actor asker, String code, RuleViolation refused) {
        return page(refused, Templates.one(views.refused(asker, code, refused)));
    }

    private static Response page(RuleViolation wrong, TemplateInstance page) {
        return Response.status(Problem.status(wrong.code())).entity(page).build();
    }

    private static Response seeOther(String code) {
        return Response.seeOther(URI.create("/catalog/imports/" + code)).build();
    }

    private static int number(@Nullable String page) {
        return Choices.count("page", page, 1, MOST_PAGES);
    }
}
