package org.xiangpei.insight.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.insight.Amount;
import org.xiangpei.insight.Flow;
import org.xiangpei.insight.LocalSourcing;
import org.xiangpei.insight.LocalSourcingQuery;
import org.xiangpei.insight.LocalSourcingReport;
import org.xiangpei.insight.web.RateView.FlowCell;
import org.xiangpei.insight.web.RateView.FlowRow;
import org.xiangpei.insight.web.RateView.Row;
import org.xiangpei.ledger.Dimension;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Rate;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.FigureSheet;
import org.xiangpei.shared.tabular.FigureWorkbook;
import org.xiangpei.shared.web.Download;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.shared.web.Uploads;

/** The local sourcing rate: four numbers, their course or their groups, and what they mean. The address holds the question. */
@Path("/rate")
@Needs(Action.READ_RATE)
@Produces(MediaType.TEXT_HTML)
class RatePages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance rate(RateView view);
    }

    private final LocalSourcing localSourcing;
    private final RateFilters filters;
    private final RateLinks links;
    private final CurrentActor actor;

    RatePages(LocalSourcing localSourcing, RateFilters filters, RateLinks links, CurrentActor actor) {
        this.localSourcing = localSourcing;
        this.filters = filters;
        this.links = links;
        this.actor = actor;
    }

    /** @throws RuleViolation {@code bad-request} for a date or code that cannot be */
    @GET
    @Operation(hidden = true)
    public TemplateInstance rate(@BeanParam LocalSourcingParameters parameters, @Context UriInfo uri) {
        LocalSourcingQuery query = grouped(parameters.toQuery());
        LocalSourcingReport report = localSourcing.report(query, actor.get());
        Dimension dimension = Objects.requireNonNull(report.groupBy());
        String asked = uri.getRequestUri().getRawQuery();
        return Templates.rate(new RateView(
                filters.of(report),
                report.period().from() + " 至 " + report.period().to(),
                report.asOf().toString(),
                RateFilters.sampleNote(report.illustrative()),
                RateNumber.tiles(report.total()),
                RateFilters.label(dimension),
                dimension.isTime(),
                report.groups().stream().map(it -> row(report, it)).toList(),
                flows(report),
                "/api/v1/local-sourcing" + (asked == null ? "" : "?" + asked),
                "/rate/tables" + (asked == null ? "" : "?" + asked),
                RateChangeViews.address(report),
                links.purchases(report)));
    }

    /** The tables of the page as one workbook. */
    @GET
    @Path("tables")
    @Produces(Uploads.XLSX)
    @Operation(hidden = true)
    public Response tables(@BeanParam LocalSourcingParameters parameters) {
        LocalSourcingReport report = localSourcing.report(grouped(parameters.toQuery()), actor.get());
        String by = RateFilters.label(Objects.requireNonNull(report.groupBy()));
        var sheets = new ArrayList<FigureSheet>();
        sheets.add(RateSheets.groups("本地配套率：按" + by, by, report));
        if (!report.flows().isEmpty()) {
            sheets.add(RateSheets.flows(report));
        }
        sheets.add(RateSheets.definitions());
        return Download.of(FigureWorkbook.of(sheets), Uploads.XLSX, "本地配套率按" + by + " " + report.asOf() + ".xlsx");
    }

    /** The page always shows a course or groups; by quarter where nobody asks for another. */
    private static LocalSourcingQuery grouped(LocalSourcingQuery query) {
        return query.groupBy() != null
                ? query
                : new LocalSourcingQuery(query.from(), query.to(), query.asOf(), Dimension.QUARTER, query.scope());
    }

    private Row row(LocalSourcingReport report, LocalSourcingReport.Group group) {
        var value = group.numbers().awardValue();
        String purchases = links.purchases(report, group.key());
        String finer = RateLinks.behind(report, group.key());
        return new Row(
                group.label(),
                Figures.number(value.records()),
                RateNumber.share(value, Rate::unknownShare),
                RateNumber.cells(group.numbers()),
                finer == null ? purchases : finer,
                purchases == null ? finer : purchases);
    }

    private List<FlowRow> flows(LocalSourcingReport report) {
        return report.flows().isEmpty()
                ? List.of()
                : Arrays.stream(City.values())
                        .map(buyer -> new FlowRow(
                                buyer.label(),
                                Arrays.stream(City.values())
                                        .map(producer -> new FlowCell(
                                                text(Flow.between(report.flows(), buyer, producer)),
                                                links.behindFlow(report, buyer, producer)))
                                        .toList()))
                        .toList();
    }

    private static String text(Amount amount) {
        return amount.records() == 0
                ? "—"
                : amount.money().map(it -> Figures.money(it.yuan())).orElse(RateNumber.HIDDEN);
    }
}
