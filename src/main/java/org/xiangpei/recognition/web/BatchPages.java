package org.xiangpei.recognition.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Needs;
import org.xiangpei.recognition.passport.Announcements;
import org.xiangpei.shared.NotFound;

/** The announcement of a batch (批次公告), as a bureau would post it. */
@Path("/batches/{number:[0-9]{1,9}}")
@Needs(Action.READ_CATALOGUE)
@Produces(MediaType.TEXT_HTML)
class BatchPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance batch(AnnouncementView view);
    }

    private final Announcements announcements;

    BatchPages(Announcements announcements) {
        this.announcements = announcements;
    }

    /** @throws NotFound when there is no such batch */
    @GET
    @Operation(hidden = true)
    public TemplateInstance batch(@RestPath int number) {
        return Templates.batch(AnnouncementView.of(announcements.get(number)));
    }
}
