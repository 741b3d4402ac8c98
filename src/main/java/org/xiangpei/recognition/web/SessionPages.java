package org.xiangpei.recognition.web;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.xiangpei.recognition.JointSessions;
import org.xiangpei.recognition.Minutes;
import org.xiangpei.recognition.Outcome;
import org.xiangpei.recognition.SessionCalendar;
import org.xiangpei.recognition.web.SessionViews.Typed;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Choices;
import org.xiangpei.shared.web.Problem;

/** The joint sessions: their list, the agenda of one with positions and decisions, its minutes, and the batch that it made. */
@Path("/sessions")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.READ_FILINGS)
class SessionPages {

    private static final String PDF = "application/pdf";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance sessions(SessionListView view);

        static native TemplateInstance one(SessionView view);
    }

    private final JointSessions sessions;
    private final SessionCalendar calendar;
    private final Minutes minutes;
    private final SessionViews views;
    private final CurrentActor actor;

    SessionPages(
            JointSessions sessions, SessionCalendar calendar, Minutes minutes, SessionViews views, CurrentActor actor) {
        this.sessions = sessions;
        this.calendar = calendar;
        this.minutes = minutes;
        this.views = views;
        this.actor = actor;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list() {
        return Templates.sessions(views.list(actor.get(), null, "", ""));
    }

    @POST
    @Needs(Action.HOLD_SESSION)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response convene(@RestForm @Nullable String day, @RestForm @Nullable String place) {
        try {
            int number =
                    sessions.convene(actor.get(), read(text(day)), text(place)).number();
            return seeOther(number);
        } catch (RuleViolation refused) {
            return Response.status(Problem.status(refused.code()))
                    .entity(Templates.sessions(views.list(actor.get(), refused, text(day), text(place))))
                    .build();
        }
    }

    private static LocalDate read(String day) {
        try {
            return LocalDate.parse(day.strip());
        } catch (DateTimeParseException e) {
            throw new RuleViolation("bad-session", "请选择开会日期，写作 2026-12-18。");
        }
    }

    @GET
    @Path("{number}")
    @Operation(hidden = true)
    public Response one(@RestPath int number) {
        return calendar.isGone(number)
                ? seeOther(number)
                : Response.ok(Templates.one(views.one(actor.get(), number, null, Typed.NOTHING)))
                        .build();
    }

    @GET
    @Path("{number}/minutes")
    @Produces(DOCX)
    @Operation(hidden = true)
    public Response minutes(@RestPath int number) {
        return Response.ok(minutes.docx(number), DOCX)
                .header("Content-Disposition", "attachment; filename=\"minutes-" + number + ".docx\"")
                .build();
    }

    @GET
    @Path("{number}/minutes.pdf")
    @Produces(PDF)
    @Operation(hidden = true)
    public Response printed(@RestPath int number) {
        return Response.ok(minutes.pdf(number), PDF)
                .header("Content-Disposition", "attachment; filename=\"minutes-" + number + ".pdf\"")
                .build();
    }

    @POST
    @Path("{number}/positions/{code}")
    @Needs(Action.HOLD_SESSION)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response position(
            @RestPath int number,
            @RestPath String code,
            @RestForm @Nullable String position,
            @RestForm @Nullable String note) {
        return changed(number, Typed.NOTHING, () -> {
            boolean accepts =
                    switch (text(position)) {
                        case "accept" -> true;
                        case "object" -> false;
                        default -> throw new RuleViolation("bad-decision", "请选择同意或不同意。");
                    };
            sessions.takePosition(actor.get(), number, code, accepts, text(note));
        });
    }

    /** Filings come as {@code H20261128-AAAA-AAAA.0}: with the revision of the decision that was seen. */
    @POST
    @Path("{number}/decisions")
    @Needs(Action.HOLD_SESSION)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response decide(
            @RestPath int number,
            @RestForm @Nullable List<String> chosen,
            @RestForm @Nullable String outcome,
            @RestForm @Nullable String note) {
        return changed(number, Typed.note(text(note)), () -> {
            Outcome decided = Choices.choice(Outcome.class, "outcome", outcome)
                    .orElseThrow(() -> new RuleViolation("bad-decision", "请选择互认、不予互认或延后。"));
            sessions.decide(
                    actor.get(), number, seen(Objects.requireNonNullElse(chosen, List.of())), decided, text(note));
        });
    }

    private static Map<String, Integer> seen(List<String> chosen) {
        var seen = new LinkedHashMap<String, Integer>();
        for (String it : chosen) {
            String[] parts = it.split("\\.", 2);
            if (parts.length < 2 || !parts[1].matches("[0-9]{1,6}")) {
                throw new RuleViolation("bad-decision", "请重新勾选要决定的申报。");
            }
            seen.put(parts[0], Integer.valueOf(parts[1]));
        }
        return seen;
    }

    @POST
    @Path("{number}/close")
    @Needs(Action.HOLD_SESSION)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response close(@RestPath int number) {
        return changed(number, Typed.NOTHING, () -> sessions.close(actor.get(), number));
    }

    @POST
    @Path("{number}/move")
    @Needs(Action.HOLD_SESSION)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response move(
            @RestPath int number,
            @RestForm @Nullable String day,
            @RestForm @Nullable String place,
            @RestForm @Nullable String reason) {
        var typed = new Typed("", text(day), text(place), text(reason));
        return changed(
                number,
                typed,
                () -> calendar.move(actor.get(), number, read(typed.day()), typed.place(), typed.reason()));
    }

    @POST
    @Path("{number}/call-off")
    @Needs(Action.HOLD_SESSION)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response callOff(@RestPath int number, @RestForm @Nullable String reason) {
        return changed(
                number, new Typed("", "", "", text(reason)), () -> calendar.callOff(actor.get(), number, text(reason)));
    }

    private Response changed(int number, Typed typed, Runnable change) {
        try {
            change.run();
            return seeOther(number);
        } catch (RuleViolation refused) {
            return Response.status(Problem.status(refused.code()))
                    .entity(Templates.one(views.one(actor.get(), number, refused, typed)))
                    .build();
        }
    }

    /** One that was called off has no page any more: the list says why. */
    private Response seeOther(int number) {
        return Response.seeOther(URI.create(calendar.isGone(number) ? "/sessions" : "/sessions/" + number))
                .build();
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
