package org.xiangpei.sourcing.signal.web;

import java.time.LocalDate;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.shared.web.Choices;
import org.xiangpei.shared.web.Uploads;
import org.xiangpei.sourcing.signal.Signals;
import org.xiangpei.sourcing.signal.Signals.Report;

/** What is worth a second look in opened inquiries: a bureau reads of its city's buyers, an administrator of the own organisation. */
@Path("/signals")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.SEE_SIGNALS)
class SignalPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance all(SignalsView view);

        static native TemplateInstance one(SignalView view);
    }

    private final Signals signals;
    private final SignalViews views;
    private final CurrentActor current;

    SignalPages(Signals signals, SignalViews views, CurrentActor current) {
        this.signals = signals;
        this.views = views;
        this.current = current;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance all(@RestQuery @Nullable String asOf) {
        Actor actor = current.get();
        return Templates.all(views.all(actor, signals.report(actor, day(asOf))));
    }

    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public TemplateInstance one(@RestPath String id, @RestQuery @Nullable String asOf) {
        Actor actor = current.get();
        Report report = signals.report(actor, day(asOf));
        return Templates.one(views.one(actor, report, signals.one(report, id)));
    }

    /** All that the page shows, and the rows behind every signal. */
    @GET
    @Path("export")
    @Produces(Uploads.XLSX)
    @Operation(hidden = true)
    public Response export(@RestQuery @Nullable String asOf) {
        Actor actor = current.get();
        Report report = signals.report(actor, day(asOf));
        return Response.ok(SignalWorkbook.of(views.all(actor, report), views.each(actor, report)), Uploads.XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"signals-" + report.period().asOf() + ".xlsx\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static @Nullable LocalDate day(@Nullable String asOf) {
        return Choices.date("asOf", asOf).orElse(null);
    }
}
