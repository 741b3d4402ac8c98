package org.xiangpei.sourcing.signal.web;

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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Choices;
import org.xiangpei.shared.web.Problem;
import org.xiangpei.sourcing.signal.Explanations;
import org.xiangpei.sourcing.signal.SignalKind;
import org.xiangpei.sourcing.signal.web.SignalViews.Typed;

/** What signals say of the own organisation, for its officers to explain. */
@Path("/signals/explanations")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.EXPLAIN_SIGNALS)
class ExplanationPages {

    private static final String NUMBER = "[0-9]{1,18}";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance own(ExplanationsView view);
    }

    private final Explanations explanations;
    private final SignalViews views;
    private final CurrentActor current;

    ExplanationPages(Explanations explanations, SignalViews views, CurrentActor current) {
        this.explanations = explanations;
        this.views = views;
        this.current = current;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance own(@RestQuery @Nullable String done) {
        return Templates.own(views.own(current.get(), null, done != null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response explain(
            @RestForm @Nullable String kind,
            @RestForm @Nullable String inquiry,
            @RestForm @Nullable String text,
            @RestForm @Nullable String seen) {
        SignalKind of = Choices.choice(SignalKind.class, "kind", kind)
                .orElseThrow(() -> new RuleViolation("bad-request", "缺少 kind。请重新打开页面。"));
        String which = inquiry == null || inquiry.isBlank() ? null : inquiry.strip();
        String typed = Objects.requireNonNullElse(text, "");
        try {
            explanations.explain(current.get(), of, which, typed, number(seen));
            return Response.seeOther(URI.create("/signals/explanations?done=1")).build();
        } catch (RuleViolation refused) {
            var page = views.own(current.get(), new Typed(of, which, typed, refused), false);
            return Response.status(Problem.status(refused.code()))
                    .entity(Templates.own(page))
                    .build();
        }
    }

    private static @Nullable Long number(@Nullable String seen) {
        return seen != null && seen.matches(NUMBER) ? Long.valueOf(seen) : null;
    }
}
