package org.xiangpei.identity.web;

import java.net.URI;

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
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Needs;
import org.xiangpei.identity.PasswordResets;
import org.xiangpei.shared.RuleViolation;

/** Choosing a new password by a link, for who forgot the present one. To look at it does not use it up. */
@Path(ResetPages.PATH + "/{token}")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.SIGN_IN)
class ResetPages {

    static final String PATH = "/reset";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance reset(String action, String login, @Nullable String fault);
    }

    private final PasswordResets resets;
    private final SessionCookie cookie;

    ResetPages(PasswordResets resets, SessionCookie cookie) {
        this.resets = resets;
        this.cookie = cookie;
    }

    /** @throws RuleViolation where the link is not good, answered by a page that says why and what to do */
    @GET
    @Operation(hidden = true)
    public TemplateInstance form(@RestPath String token) {
        return page(token, resets.loginOf(token), null);
    }

    /** Leads to the sign-in, which may ask for more than the password. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response reset(
            @RestPath String token,
            @RestForm @DefaultValue("") String chosen,
            @RestForm @DefaultValue("") String again) {
        String login = resets.loginOf(token);
        try {
            JoinPages.requireSame(chosen, again);
            resets.reset(token, chosen);
            return Response.seeOther(URI.create(SignInPages.PATH))
                    .cookie(cookie.gone())
                    .build();
        } catch (RuleViolation refused) {
            if (!refused.code().equals("weak-password")) {
                throw refused;
            }
            return Response.status(422)
                    .entity(page(token, login, refused.detail()))
                    .build();
        }
    }

    private static TemplateInstance page(String token, String login, @Nullable String fault) {
        return Templates.reset(PATH + "/" + token, login, fault);
    }
}
