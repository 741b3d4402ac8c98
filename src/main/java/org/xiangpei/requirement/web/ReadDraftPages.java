package org.xiangpei.requirement.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.requirement.KeptLine.Content;
import org.xiangpei.requirement.Requirement;
import org.xiangpei.requirement.Requirements;
import org.xiangpei.requirement.intake.CatalogueWords;
import org.xiangpei.requirement.intake.ReadText;
import org.xiangpei.requirement.intake.TextReader;
import org.xiangpei.shared.RuleViolation;

/** Keeps the lines that were read from a text, as they were corrected, as a draft of the own organisation. */
@Path("/requirements/read/drafts")
@Needs(Action.KEEP_REQUIREMENTS)
@Produces(MediaType.TEXT_HTML)
class ReadDraftPages {

    private static final int UNPROCESSABLE = 422;

    private final ReadPages pages;
    private final ReadViews views;
    private final Requirements requirements;
    private final CatalogueWords words;
    private final CurrentActor actor;

    ReadDraftPages(
            ReadPages pages, ReadViews views, Requirements requirements, CatalogueWords words, CurrentActor actor) {
        this.pages = pages;
        this.views = views;
        this.requirements = requirements;
        this.words = words;
        this.actor = actor;
    }

    /** What is wrong is answered with everything as it was typed. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response keep(MultipartFormDataInput sent) {
        ReadForm form = ReadPages.form(sent);
        LineProblems problems = views.problems(form);
        ReadText read = TextReader.read(form.text(), words.load());
        if (!problems.isEmpty()) {
            return pages.page(form, read, problems, UNPROCESSABLE, ReadPages.CORRECT);
        }
        List<Content> lines = new ArrayList<>(views.contents(form));
        if (!form.isTextChanged()) {
            read.lines().stream()
                    .skip(ReadForm.EDITABLE)
                    .map(line -> new Content(
                            line.name(),
                            null,
                            line.category(),
                            line.quantity(),
                            line.unit(),
                            null,
                            ReadForm.words(read, line),
                            line.criteria().stream().map(it -> it.criterion()).toList()))
                    .forEach(lines::add);
        }
        if (lines.isEmpty()) {
            return pages.page(form, read, problems, UNPROCESSABLE, "没有可以保存的需求行。请先读出或加上至少一行。");
        }
        try {
            Requirement kept = requirements.draft(actor.get(), form.title(), lines);
            return Response.seeOther(URI.create("/requirements/" + kept.code())).build();
        } catch (RuleViolation refused) {
            return pages.page(form, read, problems, UNPROCESSABLE, refused.detail());
        }
    }
}
