package org.xiangpei.matching.answer.web;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.matching.answer.LineFilter;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Choices;

/** What the lines of the own requirement are answered: as a whole, one by one, and by several firms together. */
@Path("/requirements/{code}/answers")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.KEEP_REQUIREMENTS)
class AnswerPages {

    private static final int MOST_PAGES = 10_000;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance answers(AnswersView view);

        static native TemplateInstance line(LineView view);

        static native TemplateInstance offer(OfferView view);
    }

    private final AnswerViews answers;
    private final LineViews lines;
    private final OfferViews offers;
    private final CurrentActor actor;

    AnswerPages(AnswerViews answers, LineViews lines, OfferViews offers, CurrentActor actor) {
        this.answers = answers;
        this.lines = lines;
        this.offers = offers;
        this.actor = actor;
    }

    /**
     * @param show a code of {@link LineFilter}
     * @throws NotFound when there is no such requirement, or it is another organisation's
     */
    @GET
    @Operation(hidden = true)
    public TemplateInstance all(
            @RestPath String code, @RestQuery @Nullable String show, @RestQuery @Nullable String page) {
        LineFilter filter = LineFilter.of(show)
                .orElseThrow(() -> new RuleViolation("bad-request", "show 应为 qualified、possible、none、gained 或 lost"));
        return Templates.answers(answers.of(actor.get(), code, filter, Choices.count("page", page, 1, MOST_PAGES)));
    }

    /** @param product candidates to put side by side */
    @GET
    @Path("{number:[0-9]+}")
    @Operation(hidden = true)
    public TemplateInstance line(@RestPath String code, @RestPath int number, @RestQuery List<String> product) {
        return Templates.line(lines.of(actor.get(), code, number, product));
    }

    /** @param with {@code possible} counts products of which something is not stated */
    @GET
    @Path("offer")
    @Operation(hidden = true)
    public TemplateInstance offer(@RestPath String code, @RestQuery @Nullable String with) {
        return Templates.offer(offers.of(actor.get(), code, "possible".equals(with)));
    }
}
