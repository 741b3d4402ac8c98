package org.xiangpei.demand.web;

import java.net.URI;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.demand.Demands;
import org.xiangpei.demand.Fit;
import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.matching.Candidate;
import org.xiangpei.matching.Verdict;
import org.xiangpei.recognition.LaterStatements;
import org.xiangpei.requirement.Attachments;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Choices;
import org.xiangpei.shared.web.Download;
import org.xiangpei.shared.web.Problem;

/** What is asked for, as a firm sees it, and its answers to what its products do not state. */
@Path("/demand")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.SEE_PUBLISHED_REQUIREMENTS)
class DemandPages {

    private static final int MOST_PAGES = 10_000;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance demand(DemandListView view);

        static native TemplateInstance one(DemandView view);
    }

    private final Demands demands;
    private final LaterStatements statements;
    private final Attachments attachments;
    private final DemandViews views;
    private final CurrentActor actor;

    DemandPages(
            Demands demands,
            LaterStatements statements,
            Attachments attachments,
            DemandViews views,
            CurrentActor actor) {
        this.demands = demands;
        this.statements = statements;
        this.attachments = attachments;
        this.views = views;
        this.actor = actor;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list(
            @RestQuery @DefaultValue("") String requirement,
            @RestQuery @Nullable String verdict,
            @RestQuery @Nullable String page) {
        return Templates.demand(views.list(
                actor.get(),
                requirement,
                Choices.choice(Verdict.class, "verdict", verdict),
                Choices.count("page", page, 1, MOST_PAGES)));
    }

    @GET
    @Path("{code}/{number}")
    @Operation(hidden = true)
    public TemplateInstance one(@RestPath String code, @RestPath int number, @RestQuery @DefaultValue("") String done) {
        return Templates.one(views.one(actor.get(), code, number, null, done));
    }

    /** Only what a clause of this line asks for is answered here, and only of a product that is a candidate for it. */
    @POST
    @Path("{code}/{number}/answers")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response answer(@RestPath String code, @RestPath int number, MultivaluedMap<String, String> sent) {
        Actor firm = actor.get();
        AnswerTyped typed = AnswerTyped.of(sent);
        Fit fit = demands.get(firm, code, number);
        if (!isAsked(fit, typed)) {
            throw new NotFound("这一行里要补充的参数");
        }
        try {
            statements.state(
                    firm,
                    typed.product(),
                    typed.property(),
                    typed.stated(),
                    typed.sure(),
                    "答复采购需求 " + code + " 第 " + number + " 行");
            return Response.seeOther(URI.create("/demand/" + code + "/" + number + "?done=answered#" + typed.product()))
                    .build();
        } catch (RuleViolation refused) {
            return Response.status(Problem.status(refused.code()))
                    .entity(Templates.one(views.one(firm, code, number, typed.refused(refused), "")))
                    .build();
        }
    }

    private static boolean isAsked(Fit fit, AnswerTyped typed) {
        return fit.candidates().stream()
                .filter(it -> it.productCode().equals(typed.product()))
                .map(Candidate::clauses)
                .anyMatch(clauses -> clauses.stream()
                        .anyMatch(it -> typed.property().equals(it.criterion().property())));
    }

    @GET
    @Path("{code}/files/{id}")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response file(@RestPath String code, @RestPath String id) {
        return Download.of(attachments.of(demands.readable(actor.get(), code), id), "attachment-" + code);
    }
}
