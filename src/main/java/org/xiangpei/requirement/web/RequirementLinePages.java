package org.xiangpei.requirement.web;

import java.net.URI;
import java.util.List;
import java.util.OptionalInt;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.requirement.KeptLine;
import org.xiangpei.requirement.Requirements;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Refused;

/** One line of a requirement with its clauses. That of a draft saves itself while it is written. */
@Path("/requirements/{code}/lines")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.KEEP_REQUIREMENTS)
class RequirementLinePages {

    private static final int ON_PAGE = 50;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance line(LineView view);
    }

    private final Requirements requirements;
    private final LineForms forms;
    private final LineViews views;
    private final CurrentActor actor;

    RequirementLinePages(Requirements requirements, LineForms forms, LineViews views, CurrentActor actor) {
        this.requirements = requirements;
        this.forms = forms;
        this.views = views;
        this.actor = actor;
    }

    /** What the address says is in the form already: so a choice of category loads its clauses, also without scripts. */
    @GET
    @Path("new")
    @Operation(hidden = true)
    public TemplateInstance begin(@RestPath String code, @Context UriInfo uri) {
        return Templates.line(views.begin(actor.get(), code, uri.getQueryParameters(), null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response add(@RestPath String code, MultivaluedMap<String, String> sent) {
        Actor buyer = actor.get();
        try {
            KeptLine.Content content = forms.read(sent, LineForms.NOTHING);
            if (content.name().isEmpty() && content.category() == null) {
                throw new RuleViolation("bad-requirement", "请写名称，或者选一个品类。");
            }
            requirements.append(buyer, code, List.of(content));
            boolean more = "more".equals(sent.getFirst("next"));
            return seeOther(more ? "/requirements/" + code + "/lines/new" : inList(code, requirements.countAll(code)));
        } catch (RuleViolation refused) {
            return Refused.page(refused, Templates.line(views.begin(buyer, code, sent, refused)));
        }
    }

    @GET
    @Path("{number}")
    @Operation(hidden = true)
    public TemplateInstance line(@RestPath String code, @RestPath int number, @Context UriInfo uri) {
        MultivaluedMap<String, String> typed = uri.getQueryParameters();
        return Templates.line(
                typed.containsKey("category")
                        ? views.typed(actor.get(), code, number, typed, null)
                        : views.kept(actor.get(), code, number));
    }

    /** What htmx reports of a draft is answered with what is to be said of it; a form that is sent leads back to the list. */
    @POST
    @Path("{number}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response save(
            @RestPath String code,
            @RestPath int number,
            @HeaderParam("HX-Request") @Nullable String byHtmx,
            MultivaluedMap<String, String> sent) {
        Actor buyer = actor.get();
        try {
            KeptLine.Content before = requirements.line(buyer, code, number).content();
            requirements.changeLine(buyer, code, number, forms.read(sent, before), OptionalInt.of(Seen.of(sent)));
            return byHtmx == null ? seeOther(inList(code, number)) : fragment(views.saved(buyer, code, number));
        } catch (RuleViolation refused) {
            return byHtmx == null
                    ? Refused.page(refused, Templates.line(views.typed(buyer, code, number, sent, refused)))
                    : fragment(views.refused(refused, sent));
        }
    }

    private static Response fragment(HeadView.Saved saved) {
        return Response.ok(RequirementHeadPages.Templates.saved(saved)).build();
    }

    private static String inList(String code, int number) {
        int page = (number - 1) / ON_PAGE + 1;
        return "/requirements/" + code + (page == 1 ? "" : "?page=" + page) + "#line-" + number;
    }

    private static Response seeOther(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
