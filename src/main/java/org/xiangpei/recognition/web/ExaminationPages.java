package org.xiangpei.recognition.web;

import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.recognition.Answer;
import org.xiangpei.recognition.CaseHandling;
import org.xiangpei.recognition.CaseState;
import org.xiangpei.recognition.Examination;
import org.xiangpei.recognition.Opinion;
import org.xiangpei.recognition.VerdictReason;
import org.xiangpei.recognition.web.ExaminationView.Chosen;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Choices;
import org.xiangpei.shared.web.Download;
import org.xiangpei.shared.web.Problem;

/** What the bureaus examine: the list, one filing beside what is like it, and the answer. */
@Path("/examinations")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.READ_FILINGS)
class ExaminationPages {

    private static final int MOST_PAGES = 10_000;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance examinations(ExaminationListView view);

        static native TemplateInstance one(ExaminationView view);
    }

    private final Examination examination;
    private final CaseHandling handling;
    private final ExaminationViews views;
    private final CurrentActor actor;

    ExaminationPages(Examination examination, CaseHandling handling, ExaminationViews views, CurrentActor actor) {
        this.examination = examination;
        this.handling = handling;
        this.views = views;
        this.actor = actor;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list(
            @RestQuery @Nullable String state, @RestQuery @Nullable String mine, @RestQuery @Nullable String page) {
        Optional<CaseState> wanted =
                Choices.choice(CaseState.class, "state", state).filter(it -> it != CaseState.DRAFT);
        return Templates.examinations(
                views.list(actor.get(), wanted, "true".equals(mine), Choices.count("page", page, 1, MOST_PAGES)));
    }

    @GET
    @Path("{code}")
    @Operation(hidden = true)
    public TemplateInstance one(@RestPath String code) {
        return Templates.one(views.one(actor.get(), code, null, Chosen.NOTHING, ""));
    }

    @GET
    @Path("{code}/files/{id}")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response file(@RestPath String code, @RestPath String id) {
        return Download.of(examination.file(actor.get(), code, id), "paper-" + code);
    }

    /** Hands the case to somebody of the own bureau; to nobody when none is named. */
    @POST
    @Path("{code}/handler")
    @Needs(Action.ANSWER_FILINGS)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response hand(@RestPath String code, @RestForm @Nullable String handler) {
        return changed(code, "", () -> handling.give(actor.get(), code, Objects.requireNonNullElse(handler, "")));
    }

    /** Writes something down for the own bureau alone. */
    @POST
    @Path("{code}/notes")
    @Needs(Action.ANSWER_FILINGS)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response note(@RestPath String code, @RestForm @Nullable String text) {
        String typed = Objects.requireNonNullElse(text, "");
        return changed(code, typed, () -> handling.note(actor.get(), code, typed));
    }

    private Response changed(String code, String typed, Runnable change) {
        try {
            change.run();
            return Response.seeOther(URI.create("/examinations/" + code + "#within"))
                    .build();
        } catch (RuleViolation refused) {
            return Response.status(Problem.status(refused.code()))
                    .entity(Templates.one(views.one(actor.get(), code, refused, Chosen.NOTHING, typed)))
                    .build();
        }
    }

    /** Reasons come as {@code return.incomplete}: each answer has its own list, and only that of the chosen answer counts. */
    @POST
    @Path("{code}/verdict")
    @Needs(Action.ANSWER_FILINGS)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response answer(
            @RestPath String code,
            @RestForm @Nullable String answer,
            @RestForm @Nullable String round,
            @RestForm @Nullable List<String> reasons,
            @RestForm @Nullable List<String> fields,
            @RestForm @Nullable String note,
            @RestForm("paper") @Nullable FileUpload paper) {
        Actor examiner = actor.get();
        var chosen = new Chosen(
                Objects.requireNonNullElse(answer, ""),
                Objects.requireNonNullElse(reasons, List.of()),
                Objects.requireNonNullElse(fields, List.of()),
                Objects.requireNonNullElse(note, ""));
        try {
            int seen = Choices.count("round", round, 1, Integer.MAX_VALUE);
            examination.answer(
                    examiner, code, read(chosen, seen, views.fields(examiner, code)), PaperIntake.take(paper));
            return Response.seeOther(URI.create("/examinations/" + code)).build();
        } catch (RuleViolation refused) {
            return Response.status(Problem.status(refused.code()))
                    .entity(Templates.one(views.one(examiner, code, refused, chosen, "")))
                    .build();
        }
    }

    private static Opinion read(Chosen chosen, int seen, Set<String> known) {
        Answer answer = Choices.choice(Answer.class, "answer", chosen.answer())
                .orElseThrow(() -> new RuleViolation("bad-verdict", "请选择同意、退回或不同意。"));
        Set<VerdictReason> reasons = EnumSet.noneOf(VerdictReason.class);
        VerdictReason.of(answer).stream()
                .filter(it -> chosen.reasons().contains(answer.code() + "." + it.code()))
                .forEach(reasons::add);
        List<String> fields = answer == Answer.ACCEPT
                ? List.of()
                : chosen.fields().stream().filter(known::contains).toList();
        return new Opinion(answer, seen, reasons, fields, chosen.note(), Optional.empty());
    }
}
