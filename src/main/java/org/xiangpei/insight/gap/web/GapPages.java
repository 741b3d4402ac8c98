package org.xiangpei.insight.gap.web;

import java.net.URI;
import java.util.Objects;

import jakarta.ws.rs.BeanParam;
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
import org.xiangpei.insight.gap.GapLedger;
import org.xiangpei.insight.gap.GapQuery;
import org.xiangpei.insight.gap.GapReport;
import org.xiangpei.insight.gap.Gaps;
import org.xiangpei.insight.gap.Nearness;
import org.xiangpei.insight.gap.web.GapDetailViews.Form;
import org.xiangpei.insight.gap.web.GapDetailViews.Typed;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Download;
import org.xiangpei.shared.web.Problem;
import org.xiangpei.shared.web.Uploads;

/** The gap ledger: all gaps, one gap, and what a bureau does with it. The address holds the question. */
@Path("/gaps")
@Needs(Action.READ_GAPS)
@Produces(MediaType.TEXT_HTML)
class GapPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance gaps(GapListView view);

        static native TemplateInstance gap(GapView view);
    }

    private final GapLedger ledger;
    private final Gaps gaps;
    private final GapViews views;
    private final GapDetailViews details;
    private final CurrentActor actor;

    GapPages(GapLedger ledger, Gaps gaps, GapViews views, GapDetailViews details, CurrentActor actor) {
        this.ledger = ledger;
        this.gaps = gaps;
        this.views = views;
        this.details = details;
        this.actor = actor;
    }

    /** @throws RuleViolation {@code bad-request} for a day or code that cannot be */
    @GET
    @Operation(hidden = true)
    public TemplateInstance gaps(@BeanParam GapParameters parameters) {
        GapQuery query = parameters.toQuery();
        return Templates.gaps(views.list(query, ledger.report(query, actor.get())));
    }

    /** @throws NotFound when there is no such gap on the day, or the reader may not know of it */
    @GET
    @Path("{code}")
    @Operation(hidden = true)
    public TemplateInstance gap(@RestPath String code, @BeanParam GapParameters parameters) {
        GapQuery query = parameters.toQuery();
        return Templates.gap(details.of(ledger.one(code, query, actor.get()), query, null, Typed.NOTHING));
    }

    /** All gaps of the list, by its filters, as the page shows them. */
    @GET
    @Path("tables")
    @Produces(Uploads.XLSX)
    @Operation(hidden = true)
    public Response tables(@BeanParam GapParameters parameters) {
        GapReport report = ledger.whole(parameters.toQuery(), actor.get());
        return workbook(GapWorkbook.all(report), "缺口台账 " + report.asOf());
    }

    /** The gaps that nobody in the region is near (招商清单), by the filters of the list. */
    @GET
    @Path("lists/recruitment")
    @Needs(Action.FOLLOW_GAPS)
    @Produces(Uploads.XLSX)
    @Operation(hidden = true)
    public Response recruitment(@BeanParam GapParameters parameters) {
        GapQuery query = parameters.toQuery();
        GapReport report = ledger.all(query, actor.get(), Nearness.NOBODY);
        return workbook(GapWorkbook.recruitment(report), "招商清单 " + report.asOf());
    }

    /** Who is near, and what is missing (技改清单), by the filters of the list. */
    @GET
    @Path("lists/upgrades")
    @Needs(Action.FOLLOW_GAPS)
    @Produces(Uploads.XLSX)
    @Operation(hidden = true)
    public Response upgrades(@BeanParam GapParameters parameters) {
        GapQuery query = parameters.toQuery();
        GapReport report = ledger.all(query, actor.get(), Nearness.ASK, Nearness.UPGRADE);
        return workbook(GapWorkbook.upgrades(report), "技改清单 " + report.asOf());
    }

    @POST
    @Path("{code}/in-hand")
    @Needs(Action.FOLLOW_GAPS)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response takeInHand(@RestPath String code, @RestForm @Nullable String note) {
        return changed(
                code, new Typed(Form.TAKE, text(note), ""), () -> gaps.takeInHand(actor.get(), code, text(note)));
    }

    @POST
    @Path("{code}/release")
    @Needs(Action.FOLLOW_GAPS)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response release(@RestPath String code, @RestForm @Nullable String note) {
        return changed(
                code, new Typed(Form.RELEASE, text(note), ""), () -> gaps.release(actor.get(), code, text(note)));
    }

    @POST
    @Path("{code}/firms")
    @Needs(Action.FOLLOW_GAPS)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response tell(@RestPath String code, @RestForm @Nullable String firm, @RestForm @Nullable String note) {
        return changed(
                code,
                new Typed(Form.TELL, text(note), text(firm)),
                () -> gaps.tell(actor.get(), code, text(firm).strip(), text(note)));
    }

    private Response changed(String code, Typed typed, Runnable change) {
        try {
            change.run();
            return Response.seeOther(URI.create("/gaps/" + code)).build();
        } catch (RuleViolation refused) {
            var now = new GapQuery(null, null, null, null, null, null, 1, GapParameters.ON_A_PAGE);
            return Response.status(Problem.status(refused.code()))
                    .entity(Templates.gap(details.of(ledger.one(code, now, actor.get()), now, refused, typed)))
                    .build();
        }
    }

    private static Response workbook(byte[] content, String name) {
        return Download.of(content, Uploads.XLSX, name + ".xlsx");
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
