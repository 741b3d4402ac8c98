package org.xiangpei.recognition.web;

import java.util.Optional;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.shared.City;
import org.xiangpei.shared.web.Choices;

/** What of the recognitions a bureau has to look after: what ends, what has lapsed, what is under review, what is being revoked. */
@Path("/expiries")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.READ_FILINGS)
class ExpiryPages {

    private static final int MOST_PAGES = 10_000;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance expiries(ExpiryView view);
    }

    private final ExpiryViews views;
    private final CurrentActor actor;

    ExpiryPages(ExpiryViews views, CurrentActor actor) {
        this.views = views;
        this.actor = actor;
    }

    /** Anything else than a code of one of the three cities is all of them. */
    @GET
    @Operation(hidden = true)
    public TemplateInstance list(
            @RestQuery @Nullable String view,
            @RestQuery @DefaultValue("") String within,
            @RestQuery @DefaultValue("") String city,
            @RestQuery @Nullable String page) {
        ExpiryPart part = Choices.choice(ExpiryPart.class, "view", view).orElse(ExpiryPart.PRODUCTS);
        Optional<City> only = City.of(city);
        return Templates.expiries(views.of(
                actor.get(), new ExpiryViews.Asked(part, within, only, Choices.count("page", page, 1, MOST_PAGES))));
    }
}
