package org.xiangpei.sourcing.award.web;

import java.net.URI;
import java.util.Objects;
import java.util.function.Function;

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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.ledger.ProductionPlaces;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Refused;
import org.xiangpei.sourcing.award.Outcomes;
import org.xiangpei.sourcing.award.web.OutcomeViews.Doing;

/** What became of every line of a requirement (采购结果): awards, what was bought elsewhere and why, what was not bought. */
@Path("/requirements/{code}/outcomes")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.AWARD)
class OutcomePages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance outcomes(OutcomesView view);
    }

    private final Outcomes outcomes;
    private final OutcomeViews views;
    private final ProductionPlaces places;
    private final CurrentActor actor;

    OutcomePages(Outcomes outcomes, OutcomeViews views, ProductionPlaces places, CurrentActor actor) {
        this.outcomes = outcomes;
        this.views = views;
        this.places = places;
        this.actor = actor;
    }

    /** @throws NotFound when there is no such requirement, or it is another organisation's */
    @GET
    @Operation(hidden = true)
    public TemplateInstance outcomes(@RestPath String code, @RestQuery @DefaultValue("") String done) {
        return Templates.outcomes(views.of(actor.get(), code, Doing.done(done)));
    }

    @POST
    @Path("{line:[0-9]+}/elsewhere")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response elsewhere(@RestPath String code, @RestPath int line, MultivaluedMap<String, String> sent) {
        ElsewhereForm typed = ElsewhereForm.of(PlanForm.of(sent).fields(), "");
        return answered(
                code,
                "recorded",
                refused -> new Doing(line, typed, "", refused, ""),
                () -> outcomes.elsewhere(actor.get(), code, line, typed.read(places)));
    }

    @POST
    @Path("{line:[0-9]+}/not-bought")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response notBought(@RestPath String code, @RestPath int line, @RestForm @Nullable String reason) {
        String why = Objects.requireNonNullElse(reason, "");
        return answered(
                code,
                "recorded",
                refused -> new Doing(line, ElsewhereForm.EMPTY, why, refused, ""),
                () -> outcomes.notBought(actor.get(), code, line, why));
    }

    @POST
    @Path("withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response withdraw(
            @RestPath String code, @RestForm @DefaultValue("0") long id, @RestForm @Nullable String reason) {
        return answered(
                code,
                "withdrawn",
                refused -> new Doing(0, ElsewhereForm.EMPTY, "", refused, ""),
                () -> outcomes.withdraw(actor.get(), code, id, reason));
    }

    private Response answered(String code, String done, Function<RuleViolation, Doing> otherwise, Runnable deed) {
        try {
            deed.run();
            return Response.seeOther(URI.create("/requirements/" + code + "/outcomes?done=" + done))
                    .build();
        } catch (RuleViolation refused) {
            return Refused.page(refused, Templates.outcomes(views.of(actor.get(), code, otherwise.apply(refused))));
        }
    }
}
