package org.xiangpei.sourcing.quotation.web;

import java.util.List;

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
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Needs;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.sourcing.Respondent;
import org.xiangpei.sourcing.quotation.Dossier;
import org.xiangpei.sourcing.quotation.HeadText;
import org.xiangpei.sourcing.quotation.OwnQuotations;

/** The own quotation for an inquiry: its draft, which saves itself, and sending it in. */
@Path("/invitations/{code}/quotation")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.ANSWER_INQUIRIES)
class QuotationPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance quotation(QuotationView view);

        static native TemplateInstance saved(QuotationView.Saved saved);

        static native TemplateInstance clock(DeadlineView deadline);
    }

    private final OwnQuotations quotations;
    private final QuotationViews views;
    private final Asker asker;

    QuotationPages(OwnQuotations quotations, QuotationViews views, Asker asker) {
        this.quotations = quotations;
        this.views = views;
        this.asker = asker;
    }

    @GET
    @Operation(hidden = true)
    public Response quotation(@RestPath String code) {
        return asker.closed(path(code)).orElseGet(() -> Answers.page(Templates.quotation(views.page(asker.of(code)))));
    }

    /** The clock of the server, for a page that stays open. */
    @GET
    @Path("clock")
    @Operation(hidden = true)
    public Response clock(@RestPath String code) {
        return Answers.page(Templates.clock(views.deadline(asker.of(code))));
    }

    /** What htmx reports is answered with what is to be said of it; a form that is sent leads back to the page. */
    @POST
    @Path("head")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response saveHead(
            @RestPath String code,
            @HeaderParam("HX-Request") @Nullable String byHtmx,
            MultivaluedMap<String, String> sent) {
        Respondent by = asker.of(code);
        HeadText typed = LineForm.head(sent);
        Dossier.Seen seen = LineForm.seen(sent);
        try {
            Dossier saved = quotations.writeHead(by, typed, seen);
            return byHtmx == null
                    ? Answers.seeOther(path(code))
                    : Answers.page(Templates.saved(views.saved(
                            saved.head().version(), quotations.reader(by).faults(typed))));
        } catch (RuleViolation refused) {
            return byHtmx == null
                    ? Answers.refused(
                            refused,
                            Templates.quotation(views.page(by, new QuotationViews.TypedHead(typed, seen), refused)))
                    : Answers.page(
                            Templates.saved(new QuotationView.Saved("", refused.detail(), List.of(), seen.version())));
        }
    }

    /** With the head as it stands on the page: what was typed last may not have been saved yet. */
    @POST
    @Path("submit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response submit(@RestPath String code, MultivaluedMap<String, String> sent) {
        Respondent by = asker.of(code);
        QuotationViews.TypedHead typed = sent.containsKey("validUntil")
                ? new QuotationViews.TypedHead(LineForm.head(sent), LineForm.seen(sent))
                : null;
        try {
            if (typed != null) {
                quotations.writeHead(by, typed.text(), typed.seen());
            }
            quotations.submit(by);
            return Answers.seeOther(path(code) + "/receipt");
        } catch (RuleViolation refused) {
            return Answers.refused(refused, Templates.quotation(views.page(by, typed, refused)));
        }
    }

    @POST
    @Path("withdraw")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response withdraw(@RestPath String code) {
        Respondent by = asker.of(code);
        try {
            quotations.withdraw(by);
            return Answers.seeOther(path(code));
        } catch (RuleViolation refused) {
            return Answers.refused(refused, Templates.quotation(views.page(by, null, refused)));
        }
    }

    static String path(String code) {
        return "/invitations/" + code + "/quotation";
    }
}
