package org.xiangpei.registration.web;

import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
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
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.registration.Decision;
import org.xiangpei.registration.ReturnReason;
import org.xiangpei.registration.Vetting;
import org.xiangpei.registration.web.VettingView.Chosen;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Choices;
import org.xiangpei.shared.web.Download;
import org.xiangpei.shared.web.Problem;

/** Vetting registrations: what waits, one of them with its licence, and the decision. */
@Path("/registrations")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.VET_REGISTRATIONS)
class VettingPages {

    private static final int MOST_PAGES = 10_000;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance registrations(VettingListView view);

        static native TemplateInstance one(VettingView view);
    }

    private final Vetting vetting;
    private final VettingViews views;
    private final CurrentActor actor;

    VettingPages(Vetting vetting, VettingViews views, CurrentActor actor) {
        this.vetting = vetting;
        this.views = views;
        this.actor = actor;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list(@RestQuery @Nullable String page) {
        return Templates.registrations(views.list(actor.get(), Choices.count("page", page, 1, MOST_PAGES)));
    }

    @GET
    @Path("{receipt}")
    @Operation(hidden = true)
    public TemplateInstance one(@RestPath String receipt) {
        return Templates.one(views.one(actor.get(), receipt, null, Chosen.NOTHING));
    }

    @GET
    @Path("{receipt}/licence")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response licence(@RestPath String receipt) {
        return Download.of(vetting.licence(actor.get(), receipt), "licence-" + receipt);
    }

    @POST
    @Path("{receipt}/decision")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response decide(
            @RestPath String receipt,
            @RestForm @Nullable String decision,
            @RestForm @Nullable String round,
            @RestForm @Nullable List<String> reasons,
            @RestForm @Nullable String note) {
        var chosen = new Chosen(text(decision), Objects.requireNonNullElse(reasons, List.of()), text(note));
        try {
            int seen = Choices.count("round", round, 1, Integer.MAX_VALUE);
            vetting.decide(actor.get(), receipt, read(chosen, seen));
            return Response.seeOther(URI.create("/registrations/" + receipt)).build();
        } catch (RuleViolation refused) {
            return Response.status(Problem.status(refused.code()))
                    .entity(Templates.one(views.one(actor.get(), receipt, refused, chosen)))
                    .build();
        }
    }

    private static Decision read(Chosen chosen, int seen) {
        Decision.Kind kind = Choices.choice(Decision.Kind.class, "decision", chosen.decision())
                .orElseThrow(() -> new RuleViolation("bad-decision", "请选择通过、退回或不予通过。"));
        Set<ReturnReason> reasons = EnumSet.noneOf(ReturnReason.class);
        Arrays.stream(ReturnReason.values())
                .filter(it -> chosen.reasons().contains(it.code()))
                .forEach(reasons::add);
        return new Decision(kind, seen, reasons, chosen.note());
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
