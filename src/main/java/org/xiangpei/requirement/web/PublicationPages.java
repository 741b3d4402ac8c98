package org.xiangpei.requirement.web;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

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
import org.xiangpei.requirement.Publication;
import org.xiangpei.requirement.RequirementState;
import org.xiangpei.requirement.Requirements;
import org.xiangpei.requirement.Visibility;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Choices;
import org.xiangpei.shared.web.Refused;

/** Publishing a requirement, ending it, and what it said before. */
@Path("/requirements")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.KEEP_REQUIREMENTS)
class PublicationPages {

    private static final int MOST_PAGES = 10_000;
    private static final int LONGEST_FIND = 100;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance publication(PublicationView view);

        static native TemplateInstance edition(EditionView view);
    }

    private final Requirements requirements;
    private final PublicationViews views;
    private final CurrentActor actor;

    PublicationPages(Requirements requirements, PublicationViews views, CurrentActor actor) {
        this.requirements = requirements;
        this.views = views;
        this.actor = actor;
    }

    /** What the address says is chosen already, so that firms can be looked for without losing that. */
    @GET
    @Path("{code}/publish")
    @Operation(hidden = true)
    public TemplateInstance publication(
            @RestPath String code, @Context UriInfo uri, @RestQuery @DefaultValue("") String done) {
        MultivaluedMap<String, String> typed = uri.getQueryParameters();
        return Templates.publication(views.publication(
                actor.get(),
                code,
                typed.containsKey("visibility") ? chosen(typed) : null,
                find(typed),
                null,
                "",
                done));
    }

    private static String find(MultivaluedMap<String, String> typed) {
        String find = Objects.requireNonNullElse(typed.getFirst("find"), "").strip();
        return find.length() <= LONGEST_FIND ? find : find.substring(0, LONGEST_FIND);
    }

    private static Publication chosen(MultivaluedMap<String, String> typed) {
        Visibility visibility = Choices.choice(Visibility.class, "visibility", typed.getFirst("visibility"))
                .orElse(Visibility.ALL);
        return new Publication(
                visibility,
                new HashSet<>(typed.getOrDefault("firm", List.of())),
                "true".equals(typed.getFirst("showsBuyer")));
    }

    @POST
    @Path("{code}/publish")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response publish(@RestPath String code, MultivaluedMap<String, String> sent) {
        Actor buyer = actor.get();
        Publication chosen = chosen(sent);
        boolean first = requirements.own(buyer, code).state() == RequirementState.DRAFT;
        return changed(buyer, code, chosen, "", () -> {
            requirements.publish(buyer, code, chosen);
            return first ? "published" : "changed";
        });
    }

    @POST
    @Path("{code}/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response withdraw(@RestPath String code, @RestForm @Nullable String reason) {
        Actor buyer = actor.get();
        String why = Objects.requireNonNullElse(reason, "");
        return changed(buyer, code, null, why, () -> {
            requirements.withdraw(buyer, code, why);
            return "withdrawn";
        });
    }

    @POST
    @Path("{code}/close")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response close(@RestPath String code, @RestForm @Nullable String reason) {
        Actor buyer = actor.get();
        String why = Objects.requireNonNullElse(reason, "");
        return changed(buyer, code, null, why, () -> {
            requirements.close(buyer, code, why);
            return "closed";
        });
    }

    private Response changed(
            Actor buyer, String code, @Nullable Publication typed, String reason, Supplier<String> change) {
        try {
            return Response.seeOther(URI.create("/requirements/" + code + "/publish?done=" + change.get()))
                    .build();
        } catch (RuleViolation refused) {
            return Refused.page(
                    refused, Templates.publication(views.publication(buyer, code, typed, "", refused, reason, "")));
        }
    }

    @GET
    @Path("{code}/editions/{number}")
    @Operation(hidden = true)
    public TemplateInstance edition(@RestPath String code, @RestPath int number, @RestQuery @Nullable String page) {
        return Templates.edition(views.edition(actor.get(), code, number, Choices.count("page", page, 1, MOST_PAGES)));
    }
}
