package org.xiangpei.identity.web;

import java.net.URI;
import java.time.Clock;
import java.util.List;

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
import org.xiangpei.identity.SecondFactorSwitch;
import org.xiangpei.identity.SecondFactors;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Problem;

/** The second factor of the own account: set up, recovery codes, off. What is secret is shown once and never cached. */
@Path(SecondFactorPages.PATH)
@Produces(MediaType.TEXT_HTML)
class SecondFactorPages {

    static final String PATH = "/account/second-factor";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance setup(SetupView view);

        static native TemplateInstance factor(FactorView view);

        static native TemplateInstance codes(List<String> codes, String next);
    }

    private final SecondFactors factors;
    private final SecondFactorSwitch onOff;
    private final CurrentActor current;
    private final Onward onward;
    private final Clock clock;

    SecondFactorPages(
            SecondFactors factors, SecondFactorSwitch onOff, CurrentActor current, Onward onward, Clock clock) {
        this.factors = factors;
        this.onOff = onOff;
        this.current = current;
        this.onward = onward;
        this.clock = clock;
    }

    @GET
    @Needs(value = Action.COMPLETE_SIGN_IN, steps = Due.SECOND_FACTOR_SETUP)
    @Operation(hidden = true)
    public Response factor(@RestQuery @DefaultValue("") String next) {
        if (factors.of(current.get()).since().isPresent()) {
            return page(200, Templates.factor(view(null, null)));
        }
        return page(200, Templates.setup(setup(SecondFactorSwitch.propose(current.get()), next, null)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(value = Action.COMPLETE_SIGN_IN, steps = Due.SECOND_FACTOR_SETUP)
    @Operation(hidden = true)
    public Response on(
            @RestForm @DefaultValue("") String secret,
            @RestForm @DefaultValue("") String code,
            @RestForm @DefaultValue("") String next,
            @Context HttpServerRequest request) {
        String token = SessionCookie.token(request).orElse("");
        String then = current.get().isMember() ? PATH : next;
        try {
            List<String> codes = onOff.on(current.get(), secret, code, token);
            return page(200, Templates.codes(codes, onward.after(token, then).toString()));
        } catch (RuleViolation wrong) {
            if (!wrong.code().equals("wrong-code")) {
                throw wrong;
            }
            var again = SecondFactorSwitch.propose(current.get(), secret);
            return page(422, Templates.setup(setup(again, next, wrong.detail())));
        }
    }

    @POST
    @Path("off")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Action.USE_OWN_ACCOUNT)
    @Operation(hidden = true)
    public Response off(
            @RestForm @DefaultValue("") String present,
            @RestForm @DefaultValue("") String code,
            @Context HttpServerRequest request) {
        try {
            onOff.off(current.get(), present, code, Clients.of(request));
            return Response.seeOther(URI.create("/account")).build();
        } catch (RuleViolation wrong) {
            return refused(wrong, view(wrong.detail(), null));
        }
    }

    @POST
    @Path("recovery-codes")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Action.USE_OWN_ACCOUNT)
    @Operation(hidden = true)
    public Response renewRecoveryCodes(@RestForm @DefaultValue("") String code, @Context HttpServerRequest request) {
        try {
            return page(
                    200, Templates.codes(factors.renewRecoveryCodes(current.get(), code, Clients.of(request)), PATH));
        } catch (RuleViolation wrong) {
            return refused(wrong, view(null, wrong.detail()));
        }
    }

    /** On the same page, where that has a place for it. */
    private static Response refused(RuleViolation wrong, FactorView view) {
        if (wrong.code().equals("second-factor-off")) {
            throw wrong;
        }
        return page(Problem.status(wrong.code()), Templates.factor(view));
    }

    private FactorView view(@Nullable String offFault, @Nullable String renewFault) {
        return FactorView.of(factors.of(current.get()), offFault, renewFault, clock.getZone());
    }

    private SetupView setup(SecondFactorSwitch.Proposal proposal, String next, @Nullable String fault) {
        return SetupView.of(proposal, !current.get().isMember(), next, fault);
    }

    private static Response page(int status, TemplateInstance page) {
        return Response.status(status)
                .entity(page)
                .header("Cache-Control", "no-store")
                .build();
    }
}
