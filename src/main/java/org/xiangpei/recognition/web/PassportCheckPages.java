package org.xiangpei.recognition.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Needs;
import org.xiangpei.recognition.passport.Checked;
import org.xiangpei.recognition.passport.Claims;
import org.xiangpei.recognition.passport.KeySet;
import org.xiangpei.recognition.passport.Passport;
import org.xiangpei.recognition.passport.PassportKeys;
import org.xiangpei.recognition.passport.Passports;

/** Where anybody checks a passport: in the browser, also without a network; or here, where the browser cannot. */
@Path(PassportPages.PATH)
@Needs(Action.READ_CATALOGUE)
@Produces(MediaType.TEXT_HTML)
class PassportCheckPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance check(PassportCheckView view);
    }

    private final Passports passports;
    private final PassportKeys keys;
    private final Clock clock;

    PassportCheckPages(Passports passports, PassportKeys keys, Clock clock) {
        this.passports = passports;
        this.keys = keys;
        this.clock = clock;
    }

    @GET
    @Path("check")
    @Operation(hidden = true)
    public TemplateInstance form() {
        return Templates.check(new PassportCheckView(keys.published().json(), "", null));
    }

    /** Changes nothing; a POST because a passport is longer than an address should be. */
    @POST
    @Path("check")
    @Operation(hidden = true)
    public TemplateInstance check(@RestForm @Nullable String passport) {
        String given = passport == null ? "" : passport;
        Checked checked = passports.check(given);
        Optional<Passport> today = checked.claims().map(Claims::product).flatMap(passports::find);
        var result = PassportCheckView.result(checked, today, LocalDate.now(clock), clock.getZone());
        return Templates.check(new PassportCheckView(keys.published().json(), given, result));
    }

    /** The public keys, as a JWK set (RFC 7517). */
    @GET
    @Path("keys")
    @Produces("application/jwk-set+json")
    @Operation(hidden = true)
    public String keys() {
        KeySet published = keys.published();
        return published.json();
    }
}
