package org.xiangpei.insight.release.web;

import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.insight.release.ReleasePart;
import org.xiangpei.insight.release.ReleaseQuestion;
import org.xiangpei.insight.release.Releases;
import org.xiangpei.insight.release.Releases.Prepared;
import org.xiangpei.insight.release.web.ReleaseView.Note;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Option;
import org.xiangpei.shared.web.Problem;

/** The form by which a bureau chooses figures, sees what the public would, and releases or proposes them. */
@Path("/released")
@Needs(Action.RELEASE_FIGURES)
@Produces(MediaType.TEXT_HTML)
class ReleasingPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance releasing(ReleasingView view);
    }

    private final Releases releases;
    private final ReleaseViews views;
    private final CurrentActor actor;
    private final Clock clock;

    ReleasingPages(Releases releases, ReleaseViews views, CurrentActor actor, Clock clock) {
        this.releases = releases;
        this.views = views;
        this.actor = actor;
        this.clock = clock;
    }

    /** What was typed in the form. */
    private record Typed(String place, String from, String to, String asOf, Set<String> parts, String reason) {}

    /** The form, with what it would release once something was chosen. */
    @GET
    @Path("new")
    @Operation(hidden = true)
    public TemplateInstance prepare(
            @RestQuery @Nullable String place,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable String asOf,
            @RestQuery List<String> part) {
        Typed typed = typed(place, from, to, asOf, part, "");
        return from == null ? Templates.releasing(view(suggested(), null, null)) : Templates.releasing(asked(typed));
    }

    private ReleasingView asked(Typed typed) {
        try {
            return view(typed, null, releases.prepare(actor.get(), question(typed)));
        } catch (RuleViolation refused) {
            return view(typed, refused.detail(), null);
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response release(
            @RestForm @Nullable String place,
            @RestForm @Nullable String from,
            @RestForm @Nullable String to,
            @RestForm @Nullable String asOf,
            @RestForm List<String> part,
            @RestForm @Nullable String reason) {
        Typed typed = typed(place, from, to, asOf, part, reason);
        try {
            String code = releases.release(actor.get(), question(typed), typed.reason());
            return Response.seeOther(URI.create("/released/" + code)).build();
        } catch (RuleViolation refused) {
            ReleasingView form = asked(typed);
            return Response.status(Problem.status(refused.code()))
                    .entity(Templates.releasing(view(form, refused.detail())))
                    .build();
        }
    }

    private static ReleasingView view(ReleasingView form, String refused) {
        return new ReleasingView(
                form.places(),
                form.from(),
                form.to(),
                form.asOf(),
                form.latest(),
                form.parts(),
                refused,
                form.preview(),
                form.days(),
                form.corrects(),
                form.joint(),
                form.reason());
    }

    private ReleasingView view(Typed typed, @Nullable String refused, @Nullable Prepared prepared) {
        return new ReleasingView(
                places(typed.place()),
                typed.from(),
                typed.to(),
                typed.asOf(),
                yesterday().toString(),
                Arrays.stream(ReleasePart.values())
                        .map(it -> new Option(
                                it.code(), Labels.of(it), typed.parts().contains(it.code())))
                        .toList(),
                refused,
                prepared == null ? null : views.figures(prepared.content()),
                prepared == null
                        ? null
                        : prepared.content().placeLabel() + "，"
                                + prepared.content().from() + " 至 "
                                + prepared.content().to() + "，按 "
                                + prepared.content().asOf() + " 当日已知的记录计算",
                prepared == null
                        ? null
                        : prepared.corrects()
                                .map(it -> new Note("更正", it.code(), "/released/" + it.code()))
                                .orElse(null),
                typed.place().isEmpty(),
                typed.reason());
    }

    /** The year up to the last month that is over, as known yesterday, with all there is. */
    private Typed suggested() {
        YearMonth last = YearMonth.from(yesterday().plusDays(1)).minusMonths(1);
        return new Typed(
                actor.get().city().map(City::code).orElse(""),
                last.withMonth(1).toString(),
                last.toString(),
                yesterday().toString(),
                Arrays.stream(ReleasePart.values())
                        .filter(ReleasePart::isOfCities)
                        .map(ReleasePart::code)
                        .collect(Collectors.toSet()),
                "");
    }

    private LocalDate yesterday() {
        return LocalDate.now(clock).minusDays(1);
    }

    private List<Option> places(String chosen) {
        var places = new ArrayList<Option>();
        actor.get()
                .city()
                .ifPresent(it -> places.add(
                        new Option(it.code(), it.label() + "（本市单独公布）", it.code().equals(chosen))));
        places.add(new Option("", "长株潭（三市都同意后公布）", chosen.isEmpty()));
        return places;
    }

    private static Typed typed(
            @Nullable String place,
            @Nullable String from,
            @Nullable String to,
            @Nullable String asOf,
            List<String> parts,
            @Nullable String reason) {
        return new Typed(text(place), text(from), text(to), text(asOf), Set.copyOf(parts), text(reason));
    }

    private static ReleaseQuestion question(Typed typed) {
        Set<ReleasePart> parts = EnumSet.noneOf(ReleasePart.class);
        typed.parts().forEach(it -> parts.add(part(it)));
        return new ReleaseQuestion(
                city(typed.place()), month("起始月份", typed.from()), month("截止月份", typed.to()), day(typed.asOf()), parts);
    }

    private static ReleasePart part(String code) {
        return Arrays.stream(ReleasePart.values())
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow(() -> refused("没有“" + code + "”这一项；请从列表中选。"));
    }

    private static @Nullable City city(String place) {
        return place.isEmpty()
                ? null
                : Arrays.stream(City.values())
                        .filter(it -> it.code().equals(place))
                        .findFirst()
                        .orElseThrow(() -> refused("范围 " + place + " 有误；请从列表中选择。"));
    }

    private static YearMonth month(String what, String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw refused(what + " " + text + " 有误；请写 年-月，例如 2026-06。");
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw refused("截至日 " + text + " 有误；请写 年-月-日，例如 2026-06-30。");
        }
    }

    private static RuleViolation refused(String detail) {
        return new RuleViolation("bad-release", detail);
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
