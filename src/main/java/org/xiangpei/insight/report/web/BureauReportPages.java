package org.xiangpei.insight.report.web;

import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;

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
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.insight.report.BureauReport;
import org.xiangpei.insight.report.BureauReports;
import org.xiangpei.insight.report.ReportContent.Chart;
import org.xiangpei.insight.report.ReportQuestion;
import org.xiangpei.insight.report.ReportSchedules;
import org.xiangpei.insight.report.web.ReportsViews.Typed;
import org.xiangpei.insight.web.ScopeParameters;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.documents.Pdf;
import org.xiangpei.shared.web.Download;

/** The bureaus' reports: made by one click or by schedule, read, checked, and saved as PDF and DOCX. */
@Path("/reports")
@Needs(Action.KEEP_REPORTS)
@Produces(MediaType.TEXT_HTML)
class BureauReportPages {

    private static final int UNPROCESSABLE = 422;
    private static final String PDF = "application/pdf";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String PNG = "image/png";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance reports(ReportsView view);

        static native TemplateInstance report(ReportView view);

        static native TemplateInstance paper(PaperView view);
    }

    private final BureauReports reports;
    private final ReportSchedules schedules;
    private final ReportsViews views;
    private final ReportPapers papers;
    private final CurrentActor actor;
    private final Clock clock;

    BureauReportPages(
            BureauReports reports,
            ReportSchedules schedules,
            ReportsViews views,
            ReportPapers papers,
            CurrentActor actor,
            Clock clock) {
        this.reports = reports;
        this.schedules = schedules;
        this.views = views;
        this.papers = papers;
        this.actor = actor;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance reports() {
        return Templates.reports(views.of(actor.get(), Typed.NOTHING, null));
    }

    /**
     * Makes a report of a month, or of a joint session where one is given.
     *
     * @param asOf empty is yesterday: today is not over, and would not be the same again
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response make(
            @RestForm @Nullable String place,
            @RestForm @Nullable String month,
            @RestForm @Nullable String session,
            @RestForm @Nullable String asOf) {
        var typed = new Typed(text(place), text(month), text(session), text(asOf));
        return done(typed, () -> reports.make(actor.get(), question(typed)));
    }

    @POST
    @Path("schedule")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response schedule(
            @RestForm @Nullable String day,
            @RestForm @Nullable String region,
            @RestForm @Nullable String city,
            @RestForm @Nullable String off) {
        return done(Typed.NOTHING, () -> {
            if (off != null) {
                schedules.switchOff(actor.get());
            } else {
                schedules.switchOn(actor.get(), number("每月的日子", text(day)), region != null, city != null);
            }
            return "";
        });
    }

    @FunctionalInterface
    private interface Deed {
        /** @return the code of the report where there is one to look at, else nothing */
        String result();
    }

    private Response done(Typed typed, Deed deed) {
        try {
            String code = deed.result();
            return Response.seeOther(URI.create(code.isEmpty() ? "/reports" : "/reports/" + code))
                    .build();
        } catch (RuleViolation refused) {
            return Response.status(UNPROCESSABLE)
                    .entity(Templates.reports(views.of(actor.get(), typed, refused.detail())))
                    .build();
        }
    }

    private ReportQuestion question(Typed typed) {
        LocalDate given = ScopeParameters.day("截至日期", typed.asOf(), true);
        LocalDate asOf = given == null ? LocalDate.now(clock).minusDays(1) : given;
        return typed.session().isEmpty()
                ? ReportQuestion.ofMonth(month(typed.month()), ScopeParameters.city("place", typed.place()), asOf)
                : ReportQuestion.ofSession(number("联席会议", typed.session()), asOf);
    }

    private static YearMonth month(String typed) {
        try {
            return YearMonth.parse(typed);
        } catch (DateTimeException e) {
            throw new RuleViolation("bad-report", "月份 " + typed + " 有误；请写成 年-月，例如 2026-10。");
        }
    }

    private static int number(String what, String typed) {
        if (!typed.matches("\\d{1,6}")) {
            throw new RuleViolation("bad-report", what + " " + typed + " 有误；应为数字。");
        }
        return Integer.parseInt(typed);
    }

    /** @throws NotFound when there is no such report */
    @GET
    @Path("{code}")
    @Operation(hidden = true)
    public TemplateInstance report(@RestPath String code) {
        return Templates.report(new ReportView(papers.page(reports.get(code)), null));
    }

    /** The same question of the same day, asked once more. */
    @GET
    @Path("{code}/check")
    @Operation(hidden = true)
    public TemplateInstance check(@RestPath String code) {
        BureauReports.Check check = reports.check(code);
        return Templates.report(new ReportView(
                papers.page(reports.get(code)),
                new ReportView.Check(check.intact(), check.same(), check.figuresHash(), check.changed())));
    }

    @GET
    @Path("{code}/pdf")
    @Produces(PDF)
    @Operation(hidden = true)
    public Response pdf(@RestPath String code) {
        BureauReport report = reports.get(code);
        return Download.of(
                Pdf.of(Templates.paper(papers.paper(report)).render()), PDF, name(report.title(), code, "pdf"));
    }

    @GET
    @Path("{code}/docx")
    @Produces(DOCX)
    @Operation(hidden = true)
    public Response docx(@RestPath String code) {
        BureauReport report = reports.get(code);
        return Download.of(ReportDocx.of(report, papers.stamp(report)), DOCX, name(report.title(), code, "docx"));
    }

    /** The canonical text that the hash is taken of. */
    @GET
    @Path("{code}/text")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Response canonical(@RestPath String code) {
        BureauReport report = reports.get(code);
        return Download.of(report.canonical(), MediaType.APPLICATION_JSON, name(report.title(), code, "json"));
    }

    /** @param number of the chart in the report, counted from 1 */
    @GET
    @Path("{code}/charts/{number}")
    @Produces(PNG)
    @Operation(hidden = true)
    public Response chart(@RestPath String code, @RestPath String number) {
        List<Chart> charts = reports.get(code).content().charts();
        int at = number.matches("\\d{1,3}") ? Integer.parseInt(number) : 0;
        if (at < 1 || at > charts.size()) {
            throw new NotFound("报告 " + code + " 的第 " + number + " 幅图");
        }
        try (var pictures = new ChartPicture()) {
            return Response.ok(pictures.png(charts.get(at - 1)), PNG)
                    .header("Cache-Control", "private, max-age=3600")
                    .build();
        }
    }

    private static String name(String title, String code, String ending) {
        return title + " " + code + "." + ending;
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
