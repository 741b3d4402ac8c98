package org.xiangpei.identity.web;

import java.net.URI;

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
import org.xiangpei.identity.SignIn;
import org.xiangpei.shared.RuleViolation;

/** Choosing a new password: the own wish, or asked for because somebody else has set the present one. */
@Path(PasswordPages.PATH)
@Produces(MediaType.TEXT_HTML)
@Needs(value = Action.COMPLETE_SIGN_IN, steps = Due.PASSWORD)
class PasswordPages {

    static final String PATH = "/account/password";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance password(boolean required, String next, @Nullable String fault);
    }

    private final SignIn signIn;
    private final CurrentActor current;
    private final Onward onward;

    PasswordPages(SignIn signIn, CurrentActor current, Onward onward) {
        this.signIn = signIn;
        this.current = current;
        this.onward = onward;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance form(@RestQuery @DefaultValue("") String next) {
        return Templates.password(!current.get().isMember(), next, null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response choose(
            @RestForm @DefaultValue("") String present,
            @RestForm @DefaultValue("") String chosen,
            @RestForm @DefaultValue("") String again,
            @RestForm @DefaultValue("") String next,
            @Context HttpServerRequest request) {
        boolean required = !current.get().isMember();
        try {
            if (!chosen.equals(again)) {
                throw new RuleViolation("weak-password", "两次输入的新密码不一样，请再输一次。");
            }
            String token = SessionCookie.token(request).orElse("");
            signIn.choosePassword(current.get(), present, chosen, token, Clients.of(request));
            return Response.seeOther(required ? onward.after(token, next) : URI.create("/account"))
                    .build();
        } catch (RuleViolation wrong) {
            return Response.status(422)
                    .entity(Templates.password(required, next, wrong.detail()))
                    .build();
        }
    }
}
