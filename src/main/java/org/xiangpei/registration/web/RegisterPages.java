package org.xiangpei.registration.web;

import java.net.URI;
import java.util.Optional;

import jakarta.ws.rs.BeanParam;
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
import org.jboss.resteasy.reactive.RestQuery;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Client;
import org.xiangpei.identity.Needs;
import org.xiangpei.identity.web.Clients;
import org.xiangpei.registration.Faults;
import org.xiangpei.registration.Key;
import org.xiangpei.registration.SelfRegistration;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Problem;

/** Registering an organisation, and following that by the receipt. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.REGISTER)
class RegisterPages {

    private static final String FOLLOW = "/registration";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance register(FormView view);

        static native TemplateInstance find(String receipt, String uscc, String fault);

        static native TemplateInstance registration(FollowView view);
    }

    private final SelfRegistration registrations;
    private final Following following;
    private final LicenceIntake licences;
    private final FormViews forms;
    private final FollowViews follows;

    RegisterPages(
            SelfRegistration registrations,
            Following following,
            LicenceIntake licences,
            FormViews forms,
            FollowViews follows) {
        this.registrations = registrations;
        this.following = following;
        this.licences = licences;
        this.forms = forms;
        this.follows = follows;
    }

    @GET
    @Path("register")
    @Operation(hidden = true)
    public TemplateInstance form() {
        return Templates.register(forms.empty());
    }

    @POST
    @Path("register")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response register(@BeanParam RegistrationForm form, @Context HttpServerRequest request) {
        var faults = new Faults();
        Optional<String> licence = Optional.empty();
        try {
            licence = licences.take(form, Clients.of(request), faults);
            if (!form.isPasswordRepeated()) {
                faults.add("again", "两次输入的密码不一样，请都再输一次。");
            }
            String receipt = registrations.submit(form.statement(), form.password(), licence, faults);
            return seeOther(new Key(receipt, form.statement().uscc()), "submitted");
        } catch (RuleViolation wrong) {
            return page(wrong, Templates.register(forms.wrong(form.statement(), wrong, licence.orElse(""))));
        }
    }

    /** Without both values it asks for them. */
    @GET
    @Path("registration")
    @Operation(hidden = true)
    public Response follow(
            @RestQuery @DefaultValue("") String receipt,
            @RestQuery @DefaultValue("") String uscc,
            @RestQuery @DefaultValue("") String done,
            @Context HttpServerRequest request) {
        if (receipt.isBlank() || uscc.isBlank()) {
            return Response.ok(Templates.find(receipt, uscc, "")).build();
        }
        try {
            var found = following.find(new Key(receipt, uscc), Clients.of(request));
            return Response.ok(Templates.registration(follows.of(found, done))).build();
        } catch (RuleViolation wrong) {
            return page(wrong, Templates.find(receipt, uscc, wrong.detail()));
        }
    }

    @GET
    @Path("registration/amend")
    @Operation(hidden = true)
    public Response amendForm(
            @RestQuery @DefaultValue("") String receipt,
            @RestQuery @DefaultValue("") String uscc,
            @Context HttpServerRequest request) {
        try {
            var found = following.findReturned(new Key(receipt, uscc), Clients.of(request));
            return Response.ok(Templates.register(forms.returned(found))).build();
        } catch (RuleViolation wrong) {
            return page(wrong, Templates.find(receipt, uscc, wrong.detail()));
        }
    }

    @POST
    @Path("registration/amend")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response amend(@BeanParam RegistrationForm form, @Context HttpServerRequest request) {
        Client client = Clients.of(request);
        Key key = form.key();
        try {
            return amended(form, key, client);
        } catch (RuleViolation wrong) {
            return page(wrong, Templates.find(key.receipt(), key.uscc(), wrong.detail()));
        }
    }

    private Response amended(RegistrationForm form, Key key, Client client) {
        var found = following.findReturned(key, client);
        var faults = new Faults();
        Optional<String> licence = Optional.empty();
        try {
            licence = licences.take(form, client, faults);
            registrations.amend(key, form.statement(), licence, faults);
            return seeOther(new Key(key.receipt(), form.statement().uscc()), "amended");
        } catch (RuleViolation wrong) {
            return page(wrong, Templates.register(forms.wrong(form.statement(), wrong, licence.orElse(""), found)));
        }
    }

    private static Response seeOther(Key key, String done) {
        Address address = Address.of(FOLLOW)
                .and("receipt", key.receipt())
                .and("uscc", key.uscc())
                .and("done", done);
        return Response.seeOther(URI.create(address.toString())).build();
    }

    private static Response page(RuleViolation wrong, TemplateInstance page) {
        return Response.status(Problem.status(wrong.code())).entity(page).build();
    }
}
