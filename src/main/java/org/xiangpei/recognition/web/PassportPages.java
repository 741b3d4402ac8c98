package org.xiangpei.recognition.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Needs;
import org.xiangpei.recognition.passport.Passports;
import org.xiangpei.shared.NotFound;

/** The passport of a product (互认护照), for everybody: on the screen, as a card, and as the text that was signed. */
@Path(PassportPages.PATH)
@Needs(Action.READ_CATALOGUE)
@Produces(MediaType.TEXT_HTML)
class PassportPages {

    static final String PATH = "/passport";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance passport(PassportView view);

        static native TemplateInstance card(PassportView view);
    }

    private final Passports passports;

    PassportPages(Passports passports) {
        this.passports = passports;
    }

    /** @throws NotFound when there is no such product */
    @GET
    @Path("{code}")
    @Operation(hidden = true)
    public TemplateInstance passport(@RestPath String code, @Context UriInfo uri) {
        return Templates.passport(view(code, uri));
    }

    @GET
    @Path("{code}/card")
    @Operation(hidden = true)
    public TemplateInstance card(@RestPath String code, @Context UriInfo uri) {
        return Templates.card(view(code, uri));
    }

    /**
     * The signed text to keep, for whoever checks it elsewhere.
     *
     * @throws NotFound when nothing is signed
     */
    @GET
    @Path("{code}/text")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(hidden = true)
    public Response text(@RestPath String code) {
        String text = passports.get(code).text().orElseThrow(() -> new NotFound("产品 " + code + " 今天签发的护照"));
        return Response.ok(text + "\n")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"passport-" + code + ".txt\"")
                .build();
    }

    private PassportView view(String code, UriInfo uri) {
        String address = uri.getBaseUriBuilder().path(PATH).path(code).build().toString();
        return PassportView.of(passports.get(code), address);
    }
}
