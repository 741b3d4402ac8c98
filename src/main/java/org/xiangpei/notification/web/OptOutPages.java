package org.xiangpei.notification.web;

import java.util.List;

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
import org.jboss.resteasy.reactive.RestPath;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Needs;
import org.xiangpei.notification.OptOuts;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.NotFound;

/**
 * Opting out of mail, without signing in. To look at it changes nothing, for programs that check mail look at every link; mail programs
 * that stop mail for their users post (RFC 8058).
 */
@Path("/opt-out/{token}")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.SIGN_IN)
class OptOutPages {

    /**
     * What can be stopped, and what has been.
     *
     * @param kinds the labels of what the mail held
     * @param done what has just been done: {@code these}, {@code all}, {@code resume}, or nothing yet
     */
    record View(String address, List<String> kinds, boolean stopped, String done) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance optOut(View view);
    }

    private final OptOuts optOuts;

    OptOutPages(OptOuts optOuts) {
        this.optOuts = optOuts;
    }

    /** @throws NotFound for a token of no mail of ours */
    @GET
    @Operation(hidden = true)
    public TemplateInstance look(@RestPath String token) {
        return page(token, "");
    }

    /**
     * @param what {@code these}, also what a mail program means, {@code all} or {@code resume}
     * @throws NotFound as {@link #look}
     */
    @POST
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    @Operation(hidden = true)
    public TemplateInstance act(@RestPath String token, @RestForm @DefaultValue("these") String what) {
        switch (what) {
            case "all" -> optOuts.stopAll(token);
            case "resume" -> optOuts.resume(token);
            default -> optOuts.stopThese(token);
        }
        return page(token, what);
    }

    private TemplateInstance page(String token, String done) {
        OptOuts.Choice choice = optOuts.of(token);
        return Templates.optOut(new View(
                choice.address(), choice.kinds().stream().map(Labels::of).toList(), choice.stopped(), done));
    }
}
