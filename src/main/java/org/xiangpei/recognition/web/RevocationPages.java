package org.xiangpei.recognition.web;

import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import jakarta.ws.rs.Consumes;
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
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.recognition.RevocationAgenda;
import org.xiangpei.recognition.RevocationChoice;
import org.xiangpei.recognition.RevocationGround;
import org.xiangpei.recognition.Revocations;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Choices;
import org.xiangpei.shared.web.Download;
import org.xiangpei.shared.web.Problem;

/** Revocations, for the bureaus: the form that opens one, one with what the firm says, and what is said and decided in the session. */
@Path("/revocations")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.READ_FILINGS)
class RevocationPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance open(RevocationView.Opening view);

        static native TemplateInstance one(RevocationView view);
    }

    private final Revocations revocations;
    private final RevocationAgenda agenda;
    private final RevocationViews views;
    private final CurrentActor actor;

    RevocationPages(Revocations revocations, RevocationAgenda agenda, RevocationViews views, CurrentActor actor) {
        this.revocations = revocations;
        this.agenda = agenda;
        this.views = views;
        this.actor = actor;
    }

    @GET
    @Path("new/{product}")
    @Needs(Action.REVOKE_PRODUCTS)
    @Operation(hidden = true)
    public TemplateInstance open(@RestPath String product) {
        return Templates.open(views.opening(product, Set.of(), "", null));
    }

    @POST
    @Path("new/{product}")
    @Needs(Action.REVOKE_PRODUCTS)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response open(
            @RestPath String product,
            @RestForm @Nullable List<String> grounds,
            @RestForm @Nullable String facts,
            @RestForm("paper") @Nullable FileUpload paper) {
        Set<String> chosen = Set.copyOf(Objects.requireNonNullElse(grounds, List.of()));
        try {
            String code = revocations.open(actor.get(), product, read(chosen), text(facts), PaperIntake.take(paper));
            return seeOther(code);
        } catch (RuleViolation refused) {
            return page(refused, Templates.open(views.opening(product, chosen, text(facts), refused)));
        }
    }

    private static Set<RevocationGround> read(Set<String> chosen) {
        Set<RevocationGround> grounds = EnumSet.noneOf(RevocationGround.class);
        chosen.forEach(
                it -> Choices.choice(RevocationGround.class, "grounds", it).ifPresent(grounds::add));
        return grounds;
    }

    @GET
    @Path("{code}")
    @Operation(hidden = true)
    public TemplateInstance one(@RestPath String code) {
        return Templates.one(views.one(actor.get(), code, null, ""));
    }

    @GET
    @Path("{code}/files/{id}")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response file(@RestPath String code, @RestPath String id) {
        return Download.of(revocations.file(code, id), "paper-" + code);
    }

    @POST
    @Path("{code}/position")
    @Needs(Action.HOLD_SESSION)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response position(
            @RestPath String code, @RestForm @Nullable String position, @RestForm @Nullable String note) {
        return changed(code, text(note), () -> {
            boolean revokes =
                    switch (text(position)) {
                        case "revoke" -> true;
                        case "keep" -> false;
                        default -> throw new RuleViolation("bad-decision", "请选择同意撤销或不同意撤销。");
                    };
            agenda.takePosition(actor.get(), code, revokes, text(note));
        });
    }

    @POST
    @Path("{code}/decision")
    @Needs(Action.HOLD_SESSION)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response decide(
            @RestPath String code,
            @RestForm @Nullable String choice,
            @RestForm @Nullable String seen,
            @RestForm @Nullable String note) {
        return changed(code, text(note), () -> {
            RevocationChoice chosen = Choices.choice(RevocationChoice.class, "choice", choice)
                    .orElseThrow(() -> new RuleViolation("bad-decision", "请选择撤销、不予撤销或延后。"));
            agenda.decide(actor.get(), code, revision(text(seen)), chosen, text(note));
        });
    }

    private static int revision(String seen) {
        if (!seen.matches("[0-9]{1,6}")) {
            throw new RuleViolation("bad-decision", "请重新打开页面，再作决定。");
        }
        return Integer.parseInt(seen);
    }

    private Response changed(String code, String typed, Runnable change) {
        try {
            change.run();
            return seeOther(code);
        } catch (RuleViolation refused) {
            return page(refused, Templates.one(views.one(actor.get(), code, refused, typed)));
        }
    }

    private static Response page(RuleViolation refused, TemplateInstance page) {
        return Response.status(Problem.status(refused.code())).entity(page).build();
    }

    private static Response seeOther(String code) {
        return Response.seeOther(URI.create("/revocations/" + code)).build();
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
