package org.xiangpei.matching.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

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
import org.xiangpei.identity.Needs;
import org.xiangpei.matching.LineMatch;
import org.xiangpei.matching.MatchOptions;
import org.xiangpei.matching.Matcher;
import org.xiangpei.requirement.web.ClauseForm;
import org.xiangpei.requirement.web.ClauseForm.Stated;
import org.xiangpei.requirement.web.FormProblems;
import org.xiangpei.shared.RuleViolation;

/** A requirement, typed clause by clause, and the listed products that answer it. The address holds all of it. */
@Path("/match")
@Needs(Action.MATCH)
@Produces(MediaType.TEXT_HTML)
class MatchPages {

    private static final int MOST_CANDIDATES = 30;
    private static final int UNPROCESSABLE = 422;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance match(MatchView view);
    }

    private final Matcher matcher;
    private final MatchViews views;
    private final Clock clock;

    MatchPages(Matcher matcher, MatchViews views, Clock clock) {
        this.matcher = matcher;
        this.views = views;
        this.clock = clock;
    }

    /** A requirement that makes no sense comes back as it was typed, with what is wrong beside it and status 422. */
    @GET
    @Operation(hidden = true)
    public Response match(@Context UriInfo uri) {
        var form = new ClauseForm(uri.getQueryParameters());
        if (form.isEmpty()) {
            return page(Response.Status.OK.getStatusCode(), views.empty(form));
        }
        Stated stated = form.line(views.kinds(form));
        LocalDate today = LocalDate.now(clock);
        try {
            LineMatch found = matcher.match(List.of(stated.line()), new MatchOptions(today, MOST_CANDIDATES, true))
                    .getFirst();
            return page(Response.Status.OK.getStatusCode(), views.answered(form, found, today));
        } catch (RuleViolation wrong) {
            return page(UNPROCESSABLE, views.refused(form, FormProblems.of(wrong, stated.clauses())));
        }
    }

    private static Response page(int status, MatchView view) {
        return Response.status(status).entity(Templates.match(view)).build();
    }
}
