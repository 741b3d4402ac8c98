package org.xiangpei.sourcing.award.web;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

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
import org.xiangpei.ledger.ProductionPlaces;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Refused;
import org.xiangpei.sourcing.award.Awarding;
import org.xiangpei.sourcing.award.Comparisons;
import org.xiangpei.sourcing.award.Plan;
import org.xiangpei.sourcing.award.ProposalState;
import org.xiangpei.sourcing.award.web.AwardViews.Doing;

/** Deciding an inquiry (定标): the plan, its approval by another officer, and what was decided. */
@Path("/inquiries/{code}/award")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.AWARD)
class AwardPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance award(AwardView view);
    }

    private final Awarding awarding;
    private final Comparisons comparisons;
    private final AwardViews views;
    private final ProductionPlaces places;
    private final CurrentActor actor;

    AwardPages(
            Awarding awarding, Comparisons comparisons, AwardViews views, ProductionPlaces places, CurrentActor actor) {
        this.awarding = awarding;
        this.comparisons = comparisons;
        this.views = views;
        this.places = places;
        this.actor = actor;
    }

    /**
     * @param all a quotation that the form gives every line
     * @throws NotFound when there is no such inquiry, or it is another organisation's
     */
    @GET
    @Operation(hidden = true)
    public TemplateInstance award(
            @RestPath String code,
            @Context UriInfo uri,
            @RestQuery @DefaultValue("0") long all,
            @RestQuery @DefaultValue("") String done) {
        Map<Integer, Long> picks = ComparisonChoices.picks(uri.getQueryParameters());
        return Templates.award(views.of(actor.get(), code, picks, all, Doing.done(done)));
    }

    /** What is wrong is answered beside its line, with what was typed. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response propose(@RestPath String code, MultivaluedMap<String, String> sent) {
        Actor buyer = actor.get();
        PlanForm typed = PlanForm.of(sent);
        return answered(code, new Typed(typed, ""), () -> {
            Plan plan = typed.read(comparisons.of(buyer, code).lines(), places);
            return awarding.propose(buyer, code, plan, typed.key()).state() == ProposalState.DECIDED
                    ? "decided"
                    : "proposed";
        });
    }

    @POST
    @Path("{number:[0-9]+}/approve")
    @Operation(hidden = true)
    public Response approve(@RestPath String code, @RestPath int number) {
        return answered(code, Typed.NOTHING, () -> {
            awarding.approve(actor.get(), code, number);
            return "decided";
        });
    }

    @POST
    @Path("{number:[0-9]+}/send-back")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response sendBack(@RestPath String code, @RestPath int number, @RestForm @Nullable String reason) {
        String why = Objects.requireNonNullElse(reason, "");
        return answered(code, new Typed(null, why), () -> {
            awarding.sendBack(actor.get(), code, number, why);
            return "sent-back";
        });
    }

    @POST
    @Path("{number:[0-9]+}/take-back")
    @Operation(hidden = true)
    public Response takeBack(@RestPath String code, @RestPath int number) {
        return answered(code, Typed.NOTHING, () -> {
            awarding.takeBack(actor.get(), code, number);
            return "taken-back";
        });
    }

    private record Typed(@Nullable PlanForm form, String reason) {
        static final Typed NOTHING = new Typed(null, "");
    }

    private Response answered(String code, Typed typed, Supplier<String> deed) {
        try {
            return Response.seeOther(URI.create("/inquiries/" + code + "/award?done=" + deed.get()))
                    .build();
        } catch (RuleViolation refused) {
            var doing = new Doing(typed.form(), typed.reason(), refused, "");
            return Refused.page(refused, Templates.award(views.of(actor.get(), code, Map.of(), 0, doing)));
        }
    }
}
