package org.xiangpei.requirement.web;

import java.net.URI;
import java.util.List;
import java.util.function.Supplier;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
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
import org.xiangpei.requirement.LineState;
import org.xiangpei.requirement.Requirement;
import org.xiangpei.requirement.Requirements;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Choices;
import org.xiangpei.shared.web.Refused;

/** The requirements of an organisation: the list, the beginning of one by hand, its lines. */
@Path("/requirements")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.KEEP_REQUIREMENTS)
class RequirementPages {

    private static final int MOST_PAGES = 10_000;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance requirements(RequirementListView view);

        static native TemplateInstance begin(HeadView view);

        static native TemplateInstance lines(LinesView view);
    }

    private final Requirements requirements;
    private final RequirementViews views;
    private final CurrentActor actor;

    RequirementPages(Requirements requirements, RequirementViews views, CurrentActor actor) {
        this.requirements = requirements;
        this.views = views;
        this.actor = actor;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list(@RestQuery @Nullable String page) {
        return Templates.requirements(views.list(actor.get(), Choices.count("page", page, 1, MOST_PAGES)));
    }

    @GET
    @Path("new")
    @Operation(hidden = true)
    public TemplateInstance begin() {
        return Templates.begin(views.begin(HeadForm.EMPTY, null));
    }

    /** A draft without lines; the first line is asked for next. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response begin(MultivaluedMap<String, String> sent) {
        HeadForm typed = HeadForm.of(sent);
        try {
            Requirement begun = requirements.draft(actor.get(), typed.read(), List.of());
            return seeOther("/requirements/" + begun.code() + "/lines/new");
        } catch (RuleViolation refused) {
            return Refused.page(refused, Templates.begin(views.begin(typed, refused)));
        }
    }

    @GET
    @Path("{code}")
    @Operation(hidden = true)
    public TemplateInstance lines(@RestPath String code, @RestQuery @Nullable String page) {
        return Templates.lines(views.lines(actor.get(), code, Choices.count("page", page, 1, MOST_PAGES), null));
    }

    @POST
    @Path("{code}/lines/{number}/state")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response setState(
            @RestPath String code,
            @RestPath int number,
            @RestForm @Nullable String state,
            @RestForm @Nullable String page) {
        Actor buyer = actor.get();
        int shown = Choices.count("page", page, 1, MOST_PAGES);
        return changed(buyer, code, shown, () -> {
            LineState wanted = Choices.choice(LineState.class, "state", state)
                    .orElseThrow(() -> new RuleViolation("bad-request", "请选择这一行怎么处理。"));
            requirements.setState(buyer, code, number, wanted);
            return "/requirements/" + code + (shown == 1 ? "" : "?page=" + shown) + "#line-" + number;
        });
    }

    @POST
    @Path("{code}/discard")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response discard(@RestPath String code) {
        Actor buyer = actor.get();
        return changed(buyer, code, 1, () -> {
            requirements.discard(buyer, code);
            return "/requirements";
        });
    }

    private Response changed(Actor buyer, String code, int page, Supplier<String> change) {
        try {
            return seeOther(change.get());
        } catch (RuleViolation refused) {
            return Refused.page(refused, Templates.lines(views.lines(buyer, code, page, refused)));
        }
    }

    private static Response seeOther(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
