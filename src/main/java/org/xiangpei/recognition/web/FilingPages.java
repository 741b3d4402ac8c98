package org.xiangpei.recognition.web;

import java.net.URI;
import java.util.Objects;

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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.recognition.Filings;
import org.xiangpei.recognition.LightFilings;
import org.xiangpei.recognition.RecognitionCase;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Choices;
import org.xiangpei.shared.web.Download;
import org.xiangpei.shared.web.Problem;

/** A firm's filings: the list, the beginning of one, what has become of it. */
@Path("/filings")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.FILE_PRODUCTS)
class FilingPages {

    private static final int MOST_PAGES = 10_000;
    private static final int LONGEST_REASON = 500;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance filings(FilingListView view);

        static native TemplateInstance begin(NewFilingView view);

        static native TemplateInstance one(FilingView view);
    }

    private final Filings filings;
    private final LightFilings light;
    private final FilingViews views;
    private final CurrentActor actor;

    FilingPages(Filings filings, LightFilings light, FilingViews views, CurrentActor actor) {
        this.filings = filings;
        this.light = light;
        this.views = views;
        this.actor = actor;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list(@RestQuery @Nullable String page) {
        return Templates.filings(views.list(actor.get(), Choices.count("page", page, 1, MOST_PAGES)));
    }

    @GET
    @Path("new")
    @Operation(hidden = true)
    public TemplateInstance begin(@RestQuery @DefaultValue("") String product) {
        return Templates.begin(views.begin(actor.get(), null, product));
    }

    /** Of a category, of a product of the catalogue, or of another term or other values of a recognised one. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response begin(
            @RestForm @Nullable String category,
            @RestForm @Nullable String product,
            @RestForm @Nullable String renew,
            @RestForm @Nullable String change) {
        Actor filer = actor.get();
        String recognised = text(renew) + text(change);
        try {
            if (!recognised.isEmpty()) {
                RecognitionCase begun =
                        text(renew).isEmpty() ? light.change(filer, recognised) : light.renew(filer, recognised);
                return seeOther("/filings/" + begun.code() + "/edit/check");
            }
            RecognitionCase begun = text(product).isEmpty()
                    ? filings.begin(filer, text(category))
                    : filings.beginAgain(filer, text(product));
            return seeOther("/filings/" + begun.code() + "/edit/basics");
        } catch (RuleViolation refused) {
            return page(refused, Templates.begin(views.begin(filer, refused, recognised)));
        }
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }

    @GET
    @Path("{code}")
    @Operation(hidden = true)
    public TemplateInstance one(@RestPath String code, @RestQuery @DefaultValue("") String done) {
        return Templates.one(views.one(actor.get(), code, null, done));
    }

    @GET
    @Path("{code}/files/{id}")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response file(@RestPath String code, @RestPath String id) {
        return Download.of(filings.file(actor.get(), code, id), "paper-" + code);
    }

    @POST
    @Path("{code}/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response withdraw(@RestPath String code, @RestForm @Nullable String why) {
        Actor filer = actor.get();
        String reason = Objects.requireNonNullElse(why, "").strip();
        try {
            filings.withdraw(
                    filer, code, reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason);
            return seeOther("/filings/" + code);
        } catch (RuleViolation refused) {
            return page(refused, Templates.one(views.one(filer, code, refused, "")));
        }
    }

    @POST
    @Path("{code}/discard")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response discard(@RestPath String code) {
        Actor filer = actor.get();
        try {
            filings.discard(filer, code);
            return seeOther("/filings");
        } catch (RuleViolation refused) {
            return page(refused, Templates.one(views.one(filer, code, refused, "")));
        }
    }

    private static Response page(RuleViolation refused, TemplateInstance page) {
        return Response.status(Problem.status(refused.code())).entity(page).build();
    }

    private static Response seeOther(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
