package org.xiangpei.identity.web;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Due;
import org.xiangpei.identity.Needs;
import org.xiangpei.identity.SecondFactors;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Problem;

/** The second half of a sign-in: a code of the telephone, or one on paper. */
@Path(SignInFactorPages.PATH)
@Produces(MediaType.TEXT_HTML)
@Needs(value = Action.COMPLETE_SIGN_IN, steps = Due.SECOND_FACTOR)
class SignInFactorPages {

    static final String PATH = "/sign-in/second-factor";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance code(String next, @Nullable String fault);
    }

    private final SecondFactors factors;
    private final CurrentActor current;
    private final Onward onward;

    SignInFactorPages(SecondFactors factors, CurrentActor current, Onward onward) {
        this.factors = factors;
        this.current = current;
        this.onward = onward;
    }

    @GET
    @Operation(hidden = true)
    public Response form(@RestQuery @DefaultValue("") String next, @Context HttpServerRequest request) {
        return current.get().due().isEmpty()
                ? onward(request, next)
                : Response.ok(Templates.code(next, null)).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response give(
            @RestForm @DefaultValue("") String code,
            @RestForm @DefaultValue("") String next,
            @Context HttpServerRequest request) {
        if (current.get().due().isEmpty()) {
            return onward(request, next);
        }
        try {
            factors.give(current.get(), code, SessionCookie.token(request).orElse(""), Clients.of(request));
            return onward(request, next);
        } catch (RuleViolation wrong) {
            return Response.status(Problem.status(wrong.code()))
                    .entity(Templates.code(next, wrong.detail()))
                    .build();
        }
    }

    private Response onward(HttpServerRequest request, String next) {
        return Response.seeOther(onward.after(SessionCookie.token(request).orElse(""), next))
                .build();
    }
}
