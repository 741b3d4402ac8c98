package org.xiangpei.matching.report.web;

import java.net.URI;
import java.time.LocalDate;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.matching.report.SourcingReports;
import org.xiangpei.matching.report.web.ReportViews.Typed;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.documents.Pdf;
import org.xiangpei.shared.web.Choices;

/** Sourcing reports of the own requirement: made, read, saved as PDF, and checked again. */
@Path("/requirements/{code}/report")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.KEEP_REQUIREMENTS)
class ReportPages {

    private static final int UNPROCESSABLE = 422;
    private static final int MOST = 10_000;
    private static final String PDF = "application/pdf";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance reports(ReportListView view);

        static native TemplateInstance report(ReportView view);

        static native TemplateInstance paper(ReportView view);
    }

    private final SourcingReports reports;
    private final ReportViews views;
    private final CurrentActor actor;

    ReportPages(SourcingReports reports, ReportViews views, CurrentActor actor) {
        this.reports = reports;
        this.views = views;
        this.actor = actor;
    }

    /** @throws NotFound when there is no such requirement, or it is another organisation's */
    @GET
    @Operation(hidden = true)
    public TemplateInstance list(
            @RestPath String code, @RestQuery @Nullable String first, @RestQuery @Nullable String last) {
        return Templates.reports(views.list(actor.get(), code, new Typed(text(first), text(last), ""), null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response make(
            @RestPath String code,
            @RestForm @Nullable String first,
            @RestForm @Nullable String last,
            @RestForm @Nullable String asOf) {
        try {
            LocalDate day = Choices.date("asOf", asOf).orElseThrow(() -> new RuleViolation("bad-report", "请选择“截至日期”。"));
            String made = reports.make(
                    actor.get(),
                    code,
                    Choices.count("first", first, 1, MOST),
                    Choices.count("last", last, MOST, MOST),
                    day);
            return Response.seeOther(URI.create("/requirements/" + code + "/report/" + made))
                    .build();
        } catch (RuleViolation refused) {
            return Response.status(UNPROCESSABLE)
                    .entity(Templates.reports(
                            views.list(actor.get(), code, new Typed(text(first), text(last), text(asOf)), refused)))
                    .build();
        }
    }

    @GET
    @Path("{report}")
    @Operation(hidden = true)
    public TemplateInstance report(@RestPath String code, @RestPath String report) {
        return Templates.report(views.page(actor.get(), code, report));
    }

    /** The same question of the same day, asked once more. */
    @GET
    @Path("{report}/check")
    @Operation(hidden = true)
    public TemplateInstance check(@RestPath String code, @RestPath String report) {
        return Templates.report(views.checked(actor.get(), code, report));
    }

    @GET
    @Path("{report}/pdf")
    @Produces(PDF)
    @Operation(hidden = true)
    public Response pdf(@RestPath String code, @RestPath String report) {
        String xhtml = Templates.paper(views.paper(actor.get(), code, report)).render();
        return saved(Pdf.of(xhtml), PDF, report + ".pdf");
    }

    /** The canonical text that the hash is taken of, for whoever wants to take it themselves. */
    @GET
    @Path("{report}/text")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Response text(@RestPath String code, @RestPath String report) {
        return saved(reports.get(actor.get(), code, report).canonical(), MediaType.APPLICATION_JSON, report + ".json");
    }

    private static Response saved(Object content, String type, String name) {
        return Response.ok(content, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
