package org.xiangpei.requirement.web;

import java.net.URI;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.requirement.bill.UnmatchedRows;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Choices;
import org.xiangpei.shared.web.Problem;

/** The walk through the lines of a bill that nobody understood. */
@Path("/requirements/bills/{code}/rows")
@Needs(Action.KEEP_REQUIREMENTS)
@Produces(MediaType.TEXT_HTML)
class BillRowPages {

    private static final int MOST_PAGES = 10_000;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance rows(BillRowsView view);
    }

    private final UnmatchedRows rows;
    private final BillRowViews views;
    private final CurrentActor actor;

    BillRowPages(UnmatchedRows rows, BillRowViews views, CurrentActor actor) {
        this.rows = rows;
        this.views = views;
        this.actor = actor;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list(
            @RestPath String code, @RestQuery @Nullable String name, @RestQuery @Nullable String page) {
        return Templates.rows(views.walk(actor.get(), code, name, Choices.count("page", page, 1, MOST_PAGES), null));
    }

    /**
     * Decides on all lines of a name, or on one.
     *
     * @param name of the lines
     * @param position of the single one that is meant; empty for all
     * @param decision {@code match}, {@code ask} or {@code drop}
     * @param category for {@code match}
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response decide(
            @RestPath String code,
            @RestForm @Nullable String name,
            @RestForm @Nullable String position,
            @RestForm @Nullable String decision,
            @RestForm @Nullable String category) {
        Actor buyer = actor.get();
        String of = Objects.requireNonNullElse(name, "");
        Integer single = position == null || !position.matches("\\d{1,9}") ? null : Integer.valueOf(position);
        try {
            switch (Objects.requireNonNullElse(decision, "")) {
                case "match" -> rows.match(buyer, code, of, single, Objects.requireNonNullElse(category, ""));
                case "ask" -> rows.ask(buyer, code, of, single);
                case "drop" -> rows.drop(buyer, code, of, single);
                default -> throw new RuleViolation("bill-mapping", "请选择怎样处理：归入品类、待询或不采购。");
            }
            return Response.seeOther(URI.create(next(buyer, code, of, single))).build();
        } catch (RuleViolation refused) {
            return Response.status(Problem.status(refused.code()))
                    .entity(Templates.rows(views.walk(buyer, code, single == null ? null : of, 1, refused.detail())))
                    .build();
        }
    }

    /** Who goes through the rows of a name one by one stays there until they are done. */
    private String next(Actor buyer, String code, String name, @Nullable Integer single) {
        Address walk = BillRowViews.address(code);
        boolean more = single != null && rows.rows(buyer, code, name, 1, 1).total() > 0;
        return (more ? walk.and("name", name) : walk).toString();
    }
}
