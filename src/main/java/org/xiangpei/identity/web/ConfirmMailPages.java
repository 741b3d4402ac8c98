package org.xiangpei.identity.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.MailAddresses;
import org.xiangpei.identity.Needs;
import org.xiangpei.shared.RuleViolation;

/** Showing by a link that an address of mail is one's own. To look at it does not use it up. */
@Path("/confirm-mail/{token}")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.SIGN_IN)
class ConfirmMailPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance confirm(String action, String address, boolean done);
    }

    private final MailAddresses addresses;

    ConfirmMailPages(MailAddresses addresses) {
        this.addresses = addresses;
    }

    /** @throws RuleViolation where the link is not good, answered by a page that says why and what to do */
    @GET
    @Operation(hidden = true)
    public TemplateInstance look(@RestPath String token) {
        return Templates.confirm("/confirm-mail/" + token, addresses.addressOf(token), false);
    }

    /** @throws RuleViolation as {@link #look} */
    @POST
    @Operation(hidden = true)
    public TemplateInstance confirm(@RestPath String token) {
        String address = addresses.addressOf(token);
        addresses.confirm(token);
        return Templates.confirm("", address, true);
    }
}
