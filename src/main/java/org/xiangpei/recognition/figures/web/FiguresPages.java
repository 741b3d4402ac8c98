package org.xiangpei.recognition.figures.web;

import java.time.Clock;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.shared.City;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Choices;

/** How the recognition desks work: what was filed, how long it took, why it was returned, what expires; and the rows behind each figure. */
@Path("/recognition/figures")
@Needs(Action.READ_FILINGS)
@Produces(MediaType.TEXT_HTML)
class FiguresPages {

    private static final int MOST_PAGES = 10_000;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance figures(FiguresView view);

        static native TemplateInstance rows(FigureRowsView view);

        static native TemplateInstance expiring(ExpiringView view);
    }

    private final FiguresViews views;
    private final FigureRowsViews rowViews;
    private final CurrentActor actor;
    private final Clock clock;

    FiguresPages(FiguresViews views, FigureRowsViews rowViews, CurrentActor actor, Clock clock) {
        this.views = views;
        this.rowViews = rowViews;
        this.actor = actor;
        this.clock = clock;
    }

    /** @throws RuleViolation {@code bad-request} for a period or day that cannot be */
    @GET
    @Operation(hidden = true)
    public TemplateInstance figures(@BeanParam FiguresParameters parameters) {
        return Templates.figures(views.of(parameters.toQuestion(clock), actor.get()));
    }

    /** @throws RuleViolation {@code bad-request} for a period, day or choice that cannot be */
    @GET
    @Path("rows")
    @Operation(hidden = true)
    public TemplateInstance rows(
            @BeanParam FiguresParameters parameters,
            @BeanParam SelectionParameters selection,
            @RestQuery @Nullable String page) {
        return Templates.rows(rowViews.of(
                parameters.toQuestion(clock),
                selection.toSelection(),
                actor.get(),
                Choices.count("page", page, 1, MOST_PAGES)));
    }

    /** @throws RuleViolation {@code bad-request} for a number of months that cannot be */
    @GET
    @Path("expiring")
    @Operation(hidden = true)
    public TemplateInstance expiring(
            @RestQuery @Nullable String months,
            @RestQuery @Nullable String city,
            @RestQuery @Nullable String category,
            @RestQuery @Nullable String page) {
        return Templates.expiring(rowViews.expiring(
                actor.get(),
                Choices.count("months", months, 12, 120),
                city == null ? null : City.of(city).orElse(null),
                category == null || category.isBlank() ? null : category,
                Choices.count("page", page, 1, MOST_PAGES)));
    }
}
