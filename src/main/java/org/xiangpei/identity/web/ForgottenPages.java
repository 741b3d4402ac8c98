package org.xiangpei.identity.web;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Needs;
import org.xiangpei.identity.PasswordResets;

/** Asking for a new password. The answer is the same whatever login was given. */
@Path("/sign-in/forgotten")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.SIGN_IN)
class ForgottenPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance forgotten(boolean asked);
    }

    private final PasswordResets resets;

    ForgottenPages(PasswordResets resets) {
        this.resets = resets;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance form() {
        return Templates.forgotten(false);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public TemplateInstance ask(@RestForm @DefaultValue("") String login) {
        resets.ask(login);
        return Templates.forgotten(true);
    }
}
