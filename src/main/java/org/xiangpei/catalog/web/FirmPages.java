package org.xiangpei.catalog.web;

import java.time.Clock;
import java.time.LocalDate;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

import org.xiangpei.catalog.FirmProfiles;
import org.xiangpei.identity.Action;
import org.xiangpei.identity.Needs;
import org.xiangpei.shared.NotFound;

/** The page of one firm. */
@Path("/firms/{code}")
@Needs(Action.READ_CATALOGUE)
@Produces(MediaType.TEXT_HTML)
class FirmPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance firm(FirmView view);
    }

    private final FirmProfiles firms;
    private final Clock clock;

    FirmPages(FirmProfiles firms, Clock clock) {
        this.firms = firms;
        this.clock = clock;
    }

    /** @throws NotFound when there is no such firm */
    @GET
    @Operation(hidden = true)
    public TemplateInstance firm(@RestPath String code) {
        return Templates.firm(FirmView.of(firms.get(code), LocalDate.now(clock)));
    }
}
