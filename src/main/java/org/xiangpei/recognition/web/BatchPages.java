package org.xiangpei.recognition.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.recognition.passport.Announcements;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.web.Uploads;

/** All batches, and the announcement of one (批次公告) with its list, as a bureau would post it. */
@Path("/batches")
@Needs(Action.READ_CATALOGUE)
@Produces(MediaType.TEXT_HTML)
class BatchPages {

    private static final String NUMBER = "{number:[0-9]{1,9}}";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance batches(BatchListView view);

        static native TemplateInstance batch(AnnouncementView view);
    }

    private final Announcements announcements;
    private final CurrentActor actor;

    BatchPages(Announcements announcements, CurrentActor actor) {
        this.announcements = announcements;
        this.actor = actor;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance batches() {
        return Templates.batches(
                BatchListView.of(announcements.list(), actor.get().may(Action.READ_FILINGS)));
    }

    /** @throws NotFound when there is no such batch */
    @GET
    @Path(NUMBER)
    @Operation(hidden = true)
    public TemplateInstance batch(@RestPath int number) {
        return Templates.batch(AnnouncementView.of(announcements.get(number)));
    }

    /** @throws NotFound when there is no such batch */
    @GET
    @Path(NUMBER + "/list")
    @Produces(Uploads.XLSX)
    @Operation(hidden = true)
    public Response list(@RestPath int number) {
        return Response.ok(BatchWorkbook.of(announcements.get(number)), Uploads.XLSX)
                .header("Content-Disposition", "attachment; filename=\"batch-" + number + ".xlsx\"")
                .build();
    }
}
