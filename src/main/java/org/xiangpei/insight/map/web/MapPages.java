package org.xiangpei.insight.map.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import jakarta.transaction.Transactional;
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
import org.jboss.resteasy.reactive.RestPath;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.insight.LocalSourcingQuery;
import org.xiangpei.insight.map.ListedFirm;
import org.xiangpei.insight.map.MapFigures;
import org.xiangpei.insight.map.RegionMap;
import org.xiangpei.insight.map.Supply;
import org.xiangpei.ledger.Cut;
import org.xiangpei.shared.City;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.FigureWorkbook;
import org.xiangpei.shared.web.Download;
import org.xiangpei.shared.web.Uploads;

/** The three cities as a map, the rows behind each place, and where the parks lie (园区产业集群发展布局导向图). The address holds the question. */
@Path("/map")
@Needs(Action.READ_RATE)
@Produces(MediaType.TEXT_HTML)
class MapPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance map(MapView view, String tables);

        static native TemplateInstance district(DistrictView view);

        static native TemplateInstance parks(ParksView view, String tables);
    }

    private final MapFigures figures;
    private final Supply supply;
    private final RegionMap map;
    private final MapViews views;
    private final ParksViews parks;
    private final MapSheets sheets;
    private final CurrentActor actor;
    private final Clock clock;

    MapPages(
            MapFigures figures,
            Supply supply,
            RegionMap map,
            MapViews views,
            ParksViews parks,
            MapSheets sheets,
            CurrentActor actor,
            Clock clock) {
        this.figures = figures;
        this.supply = supply;
        this.map = map;
        this.views = views;
        this.parks = parks;
        this.sheets = sheets;
        this.actor = actor;
        this.clock = clock;
    }

    /** @throws RuleViolation {@code bad-request} for a date or code that cannot be */
    @GET
    @Operation(hidden = true)
    @Transactional
    public TemplateInstance map(@BeanParam MapParameters parameters, @Context UriInfo uri) {
        LocalSourcingQuery query = parameters.toQuery();
        Cut cut = figures.cut(query);
        Supply.Wanted wanted = wanted(parameters);
        return Templates.map(
                views.of(parameters.layer(), wanted, cut, figures.places(wanted, cut, actor.get())), tables(uri));
    }

    /** The table of the page as a workbook. */
    @GET
    @Path("tables")
    @Produces(Uploads.XLSX)
    @Operation(hidden = true)
    @Transactional
    public Response tables(@BeanParam MapParameters parameters) {
        Cut cut = figures.cut(parameters.toQuery());
        Supply.Wanted wanted = wanted(parameters);
        return Download.of(
                FigureWorkbook.of(List.of(sheets.places(wanted, cut, figures.places(wanted, cut, actor.get())))),
                Uploads.XLSX,
                "三市各区县供给和采购 " + cut.asOf() + ".xlsx");
    }

    /** The table of parks as a workbook. */
    @GET
    @Path("parks/tables")
    @Produces(Uploads.XLSX)
    @Operation(hidden = true)
    @Transactional
    public Response parkTables(@BeanParam MapParameters parameters) {
        figures.cut(parameters.toQuery());
        Supply.Wanted wanted = wanted(parameters);
        return Download.of(
                FigureWorkbook.of(List.of(sheets.parks(wanted, supply.byPark(wanted)))),
                Uploads.XLSX,
                "三市园区和主导产业 " + wanted.day() + ".xlsx");
    }

    /**
     * The firms of a district, or those of a city whose district is not known, and what was bought that is made there.
     *
     * @throws NotFound for a place outside of the map
     */
    @GET
    @Path("districts/{code}")
    @Operation(hidden = true)
    @Transactional
    public TemplateInstance district(@RestPath String code, @BeanParam MapParameters parameters) {
        Cut cut = figures.cut(parameters.toQuery());
        Supply.Wanted wanted = wanted(parameters);
        String name = name(code);
        List<ListedFirm> firms = supply.of(code, wanted);
        return Templates.district(DistrictView.of(name, wanted, cut, firms, figures.bought(code, cut, actor.get())));
    }

    @GET
    @Path("parks")
    @Operation(hidden = true)
    @Transactional
    public TemplateInstance parks(@BeanParam MapParameters parameters, @Context UriInfo uri) {
        figures.cut(parameters.toQuery());
        return Templates.parks(parks.of(wanted(parameters)), tables(uri));
    }

    /** Where the tables of the same question are. */
    private static String tables(UriInfo uri) {
        String asked = uri.getRequestUri().getRawQuery();
        return uri.getRequestUri().getRawPath() + "/tables" + (asked == null ? "" : "?" + asked);
    }

    private Supply.Wanted wanted(MapParameters parameters) {
        LocalSourcingQuery query = parameters.toQuery();
        return new Supply.Wanted(
                Objects.requireNonNullElseGet(query.asOf(), () -> LocalDate.now(clock)),
                query.scope().chain(),
                parameters.park());
    }

    private String name(String code) {
        return map.district(code)
                .map(it -> it.city().label() + "市 " + it.name())
                .or(() -> City.of(code).filter(it -> it.code().equals(code)).map(it -> it.label() + "市（未载明区县）"))
                .orElseThrow(() -> new NotFound("区县 " + code + " "));
    }
}
