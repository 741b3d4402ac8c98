package org.xiangpei.insight.overview.web;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.insight.overview.Target;
import org.xiangpei.insight.overview.Targets;
import org.xiangpei.insight.overview.web.TargetsView.Row;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Moments;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.FigureWorkbook;
import org.xiangpei.shared.web.Download;
import org.xiangpei.shared.web.Option;
import org.xiangpei.shared.web.Uploads;

/** What the bureaus want the rate to reach, for everybody to read and for them to set. */
@Path("/overview/targets")
@Needs(Action.READ_RATE)
@Produces(MediaType.TEXT_HTML)
class TargetPages {

    private static final String REGION = "长株潭";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance targets(TargetsView view);
    }

    private final Targets targets;
    private final CurrentActor actor;
    private final Clock clock;

    TargetPages(Targets targets, CurrentActor actor, Clock clock) {
        this.targets = targets;
        this.actor = actor;
        this.clock = clock;
    }

    /** What was typed in the form. */
    private record Typed(String place, String year, String percent, String reason) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance targets() {
        return page(null, new Typed("", String.valueOf(LocalDate.now(clock).getYear()), "", ""));
    }

    /** The table of the page as a workbook. */
    @GET
    @Path("tables")
    @Produces(Uploads.XLSX)
    @Operation(hidden = true)
    public Response tables() {
        return Download.of(FigureWorkbook.of(OverviewSheets.of(targets.history())), Uploads.XLSX, "本地配套率目标.xlsx");
    }

    @POST
    @Needs(Action.SET_TARGETS)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response set(
            @RestForm @Nullable String place,
            @RestForm @Nullable String year,
            @RestForm @Nullable String percent,
            @RestForm @Nullable String reason) {
        var typed = new Typed(text(place), text(year), text(percent), text(reason));
        try {
            targets.set(actor.get(), city(typed.place()), year(typed.year()), percent(typed.percent()), typed.reason());
            return Response.seeOther(URI.create("/overview/targets")).build();
        } catch (RuleViolation refused) {
            return Response.status(422).entity(page(refused.detail(), typed)).build();
        }
    }

    private TemplateInstance page(@Nullable String refused, Typed typed) {
        return Templates.targets(new TargetsView(
                refused,
                targets.history().stream().map(this::row).toList(),
                actor.get().may(Action.SET_TARGETS),
                places(typed.place()),
                typed.year(),
                typed.percent(),
                typed.reason()));
    }

    private Row row(Target target) {
        return new Row(
                target.city().map(City::label).orElse(REGION),
                String.valueOf(target.year()),
                target.percent() == null
                        ? "撤销"
                        : target.percent().stripTrailingZeros().toPlainString() + "%",
                target.reason(),
                target.setBy() + "，" + Moments.minute(target.recordedAt(), clock.getZone()));
    }

    /** The region, and the cities whose bureau this is. */
    private List<Option> places(String chosen) {
        var places = new ArrayList<Option>();
        places.add(new Option("", REGION, chosen.isEmpty()));
        Arrays.stream(City.values())
                .filter(it -> actor.get().city().filter(it::equals).isPresent())
                .forEach(it ->
                        places.add(new Option(it.code(), it.label(), it.code().equals(chosen))));
        return places;
    }

    private static @Nullable City city(String place) {
        return place.isEmpty()
                ? null
                : City.of(place)
                        .filter(it -> it.code().equals(place))
                        .orElseThrow(() -> new RuleViolation("bad-target", "范围 " + place + " 有误；请从列表中选择。"));
    }

    private static int year(String year) {
        if (!year.matches("\\d{4}")) {
            throw new RuleViolation("bad-target", "年份 " + year + " 有误；请写四位数字，例如 2026。");
        }
        return Integer.parseInt(year);
    }

    private static @Nullable BigDecimal percent(String percent) {
        if (percent.isEmpty()) {
            return null;
        }
        if (!percent.matches("\\d{1,3}(\\.\\d{1,4})?")) {
            throw new RuleViolation("bad-target", "目标 " + percent + " 有误；请写百分数，例如 45.5。");
        }
        return new BigDecimal(percent);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
