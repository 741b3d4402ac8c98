package org.xiangpei.recognition.web;

import java.net.URI;
import java.util.Objects;
import java.util.function.Supplier;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.recognition.Filings;
import org.xiangpei.recognition.Ground;
import org.xiangpei.recognition.RecognitionCase;
import org.xiangpei.recognition.Statement.StatedCertificate;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Choices;
import org.xiangpei.shared.web.Problem;

/** The form of a filing, step by step. A draft may hold anything: only sending it asks for everything. */
@Path("/filings")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.FILE_PRODUCTS)
class FilingFormPages {

    private static final StatedCertificate NOTHING = new StatedCertificate("", "", "", "", "", "");

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance edit(EditView view);

        static native TemplateInstance saved(EditView.Saved saved);
    }

    private final Filings filings;
    private final FilingViews views;
    private final EditViews edits;
    private final CurrentActor actor;

    FilingFormPages(Filings filings, FilingViews views, EditViews edits, CurrentActor actor) {
        this.filings = filings;
        this.views = views;
        this.edits = edits;
        this.actor = actor;
    }

    @GET
    @Path("{code}/edit/{step}")
    @Operation(hidden = true)
    public Response edit(@RestPath String code, @RestPath String step) {
        FilingStep wanted = Choices.choice(FilingStep.class, "step", step).orElse(FilingStep.BASICS);
        return show(actor.get(), code, wanted, null, NOTHING);
    }

    /** What others examine is not edited: its page says so. */
    private Response show(
            Actor filer, String code, FilingStep step, @Nullable RuleViolation refused, StatedCertificate typed) {
        int status = refused == null ? Response.Status.OK.getStatusCode() : Problem.status(refused.code());
        return edits.of(filer, code, step, refused == null ? null : refused.detail(), typed)
                .map(view ->
                        Response.status(status).entity(Templates.edit(view)).build())
                .orElseGet(() -> seeOther("/filings/" + code));
    }

    /** A change that htmx reports is answered with what is to be said of it; a form that is sent leads to the next step, unless something is wrong. */
    @POST
    @Path("{code}/edit/{step}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response save(
            @RestPath String code,
            @RestPath String step,
            @HeaderParam("HX-Request") @Nullable String byHtmx,
            MultivaluedMap<String, String> sent) {
        Actor filer = actor.get();
        FilingStep here = Choices.choice(FilingStep.class, "step", step).orElse(FilingStep.BASICS);
        try {
            RecognitionCase of = filings.save(
                    filer, code, statement -> new StepForm(sent).into(statement, here, views.form(statement)));
            EditView.Saved saved = edits.saved(of, here);
            return byHtmx == null
                    ? seeOther(edit(code, saved.wrong() ? here : here.next()))
                    : Response.ok(Templates.saved(saved)).build();
        } catch (RuleViolation refused) {
            return byHtmx == null ? show(filer, code, here, refused, NOTHING) : leave(code);
        }
    }

    /** A page that was left open while somebody else sent the filing goes where that can be seen. */
    private static Response leave(String code) {
        return Response.noContent().header("HX-Redirect", "/filings/" + code).build();
    }

    @POST
    @Path("{code}/certificates")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response addCertificate(
            @RestPath String code,
            @RestForm @Nullable String type,
            @RestForm @Nullable String number,
            @RestForm @Nullable String issuer,
            @RestForm @Nullable String validFrom,
            @RestForm @Nullable String validUntil,
            @RestForm("paper") @Nullable FileUpload paper) {
        Actor filer = actor.get();
        var stated =
                new StatedCertificate(text(type), text(number), text(issuer), text(validFrom), text(validUntil), "");
        return changed(filer, code, FilingStep.PROOF, stated, () -> {
            if (stated.type().isEmpty() && stated.number().isEmpty()) {
                throw new RuleViolation("invalid-filing", "请至少填写证书的类型和编号，再添加。");
            }
            filings.addCertificate(filer, code, stated, PaperIntake.take(paper));
            return edit(code, FilingStep.PROOF) + "#certificates";
        });
    }

    @POST
    @Path("{code}/certificates/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response removeCertificate(@RestPath String code, @RestForm @Nullable String position) {
        Actor filer = actor.get();
        return changed(filer, code, FilingStep.PROOF, NOTHING, () -> {
            filings.removeCertificate(filer, code, Choices.count("position", position, 1, Integer.MAX_VALUE) - 1);
            return edit(code, FilingStep.PROOF) + "#certificates";
        });
    }

    /** A paper to one of the grounds. */
    @POST
    @Path("{code}/papers")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response addPaper(
            @RestPath String code, @RestForm @Nullable String ground, @RestForm("paper") @Nullable FileUpload paper) {
        Actor filer = actor.get();
        return changed(filer, code, FilingStep.GROUNDS, NOTHING, () -> {
            Ground of = Choices.choice(Ground.class, "ground", ground)
                    .orElseThrow(() -> new RuleViolation("invalid-filing", "请选择这份文件证明哪一项理由。"));
            filings.addGroundPaper(
                    filer,
                    code,
                    of,
                    PaperIntake.take(paper).orElseThrow(() -> new RuleViolation("bad-paper", "请先选择一个文件，再上传。")));
            return edit(code, FilingStep.GROUNDS) + "#ground-" + of.code();
        });
    }

    @POST
    @Path("{code}/send")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response send(@RestPath String code, @RestForm @Nullable String declared) {
        Actor filer = actor.get();
        return changed(filer, code, FilingStep.CHECK, NOTHING, () -> {
            filings.send(filer, code, "true".equals(declared));
            return "/filings/" + code + "?done=sent";
        });
    }

    private Response changed(
            Actor filer, String code, FilingStep step, StatedCertificate typed, Supplier<String> change) {
        try {
            return seeOther(change.get());
        } catch (RuleViolation refused) {
            return show(filer, code, step, refused, typed);
        }
    }

    private static String edit(String code, FilingStep step) {
        return "/filings/" + code + "/edit/" + step.code();
    }

    private static Response seeOther(String path) {
        return Response.seeOther(URI.create(path)).build();
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
