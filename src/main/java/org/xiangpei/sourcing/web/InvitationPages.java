package org.xiangpei.sourcing.web;

import java.net.URI;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.requirement.Attachments;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Choices;
import org.xiangpei.shared.web.Download;
import org.xiangpei.shared.web.Refused;
import org.xiangpei.sourcing.Inquiry;
import org.xiangpei.sourcing.Questions;
import org.xiangpei.sourcing.Respondent;
import org.xiangpei.sourcing.Respondents;

/** What somebody is asked to quote for, and the questions about it. Who was invited is asked for each inquiry. */
@Path("/invitations")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.ANSWER_INQUIRIES)
class InvitationPages {

    private static final int MOST_PAGES = 10_000;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance invitations(InvitationListView view);

        static native TemplateInstance one(InvitationView view);
    }

    private final Respondents respondents;
    private final Questions questions;
    private final Attachments attachments;
    private final InvitationViews views;
    private final Entrance entrance;
    private final CurrentActor actor;

    InvitationPages(
            Respondents respondents,
            Questions questions,
            Attachments attachments,
            InvitationViews views,
            Entrance entrance,
            CurrentActor actor) {
        this.respondents = respondents;
        this.questions = questions;
        this.attachments = attachments;
        this.views = views;
        this.entrance = entrance;
        this.actor = actor;
    }

    /** @param next where who signs in wants to go */
    @GET
    @Operation(hidden = true)
    public TemplateInstance list(@RestQuery @Nullable String page, @RestQuery @DefaultValue("") String next) {
        return Templates.invitations(views.list(actor.get(), Choices.count("page", page, 1, MOST_PAGES), next));
    }

    @GET
    @Path("{code}")
    @Operation(hidden = true)
    public Response one(@RestPath String code, @RestQuery @DefaultValue("") String done) {
        Actor reader = actor.get();
        return entrance.closed(reader, "/invitations/" + code)
                .orElseGet(() -> Response.ok(Templates.one(views.one(reader, code, "", null, done)))
                        .build());
    }

    @POST
    @Path("{code}/questions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response ask(@RestPath String code, @RestForm @DefaultValue("") String question) {
        Actor reader = actor.get();
        Respondent by = respondents.of(reader, code);
        try {
            questions.ask(by, question);
            return Response.seeOther(URI.create("/invitations/" + code + "?done=asked"))
                    .build();
        } catch (RuleViolation refused) {
            return Refused.page(refused, Templates.one(views.one(reader, code, question, refused, "")));
        }
    }

    @GET
    @Path("{code}/files/{id}")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response file(@RestPath String code, @RestPath String id) {
        Inquiry of = respondents.inquiry(respondents.of(actor.get(), code));
        return Download.of(attachments.readable(of.requirement(), id), "attachment-" + code);
    }
}
