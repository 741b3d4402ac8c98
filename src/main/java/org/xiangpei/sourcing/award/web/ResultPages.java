package org.xiangpei.sourcing.award.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.Objects;

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
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Choices;
import org.xiangpei.shared.web.Refused;
import org.xiangpei.sourcing.award.Renewals;
import org.xiangpei.sourcing.web.Entrance;

/** What became of the own quotation (评审结果), with or without an account. */
@Path("/invitations/{code}/result")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.ANSWER_INQUIRIES)
class ResultPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance result(ResultView view);
    }

    private final ResultViews views;
    private final Renewals renewals;
    private final Entrance entrance;
    private final CurrentActor actor;

    ResultPages(ResultViews views, Renewals renewals, Entrance entrance, CurrentActor actor) {
        this.views = views;
        this.renewals = renewals;
        this.entrance = entrance;
        this.actor = actor;
    }

    /** @throws NotFound for who was not invited */
    @GET
    @Operation(hidden = true)
    public Response result(@RestPath String code, @RestQuery @DefaultValue("") String done) {
        Actor reader = actor.get();
        return entrance.closed(reader, "/invitations/" + code + "/result")
                .orElseGet(() -> Response.ok(Templates.result(views.of(reader, code, "", done, null)))
                        .build());
    }

    /** The supplier stands by its quotation for longer. */
    @POST
    @Path("renewal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response renew(@RestPath String code, @RestForm @Nullable String validUntil) {
        String typed = Objects.requireNonNullElse(validUntil, "");
        try {
            LocalDate until = Choices.date("validUntil", typed)
                    .orElseThrow(() -> new RuleViolation("bad-valid-until", "请选择报价有效到哪一天。"));
            renewals.confirm(actor.get(), code, until);
            return Response.seeOther(URI.create("/invitations/" + code + "/result?done=renewed"))
                    .build();
        } catch (RuleViolation refused) {
            return Refused.page(refused, Templates.result(views.of(actor.get(), code, typed, "", refused)));
        }
    }
}
