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
import org.xiangpei.shared.FieldError;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.sourcing.Respondent;
import org.xiangpei.sourcing.quotation.Dossier;
import org.xiangpei.sourcing.quotation.LineText;
import org.xiangpei.sourcing.quotation.OwnQuotations;

/** One line of the own quotation. It is saved as it is typed, right or wrong; what is wrong is said beside the field. */
@Path("/invitations/{code}/quotation/lines/{number}")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.ANSWER_INQUIRIES)
class QuotationLinePages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance line(LineView view);
    }

    private final OwnQuotations quotations;
    private final LineViews lines;
    private final QuotationViews views;
    private final Asker asker;

    QuotationLinePages(OwnQuotations quotations, LineViews lines, QuotationViews views, Asker asker) {
        this.quotations = quotations;
        this.lines = lines;
        this.views = views;
        this.asker = asker;
    }

    @GET
    @Operation(hidden = true)
    public Response line(@RestPath String code, @RestPath int number) {
        return asker.closed(QuotationPages.path(code) + "/lines/" + number)
                .orElseGet(() -> Answers.page(Templates.line(lines.line(asker.of(code), number, null, null))));
    }

    /**
     * What htmx reports is answered with what is to be said of it. A form that is sent leads on where nothing is wrong, and shows what is
     * wrong otherwise: saved it is in both cases.
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response save(
            @RestPath String code,
            @RestPath int number,
            @HeaderParam("HX-Request") @Nullable String byHtmx,
            MultivaluedMap<String, String> sent) {
        Respondent by = asker.of(code);
        LineText typed = LineForm.line(sent, lines.clauses(by, number));
        Dossier.Seen seen = LineForm.seen(sent);
        try {
            Dossier.Line saved = quotations.writeLine(by, number, typed, seen).line(number);
            List<FieldError> wrong = quotations.reader(by).faults(number, typed);
            if (byHtmx != null) {
                return Answers.page(QuotationPages.Templates.saved(views.saved(saved.version(), wrong)));
            }
            return wrong.isEmpty()
                    ? Answers.seeOther(onward(code, sent.getFirst("next")))
                    : refusedPage(by, number, typed, new Dossier.Seen(saved.version(), seen.form()), wrong(wrong));
        } catch (RuleViolation refused) {
            return byHtmx == null
                    ? refusedPage(by, number, typed, seen, refused)
                    : Answers.page(QuotationPages.Templates.saved(
                            new QuotationView.Saved("", refused.detail(), List.of(), seen.version())));
        }
    }

    private static RuleViolation wrong(List<FieldError> errors) {
        return new RuleViolation("bad-quotation", "草稿已保存，有 " + errors.size() + " 处提交前要改。", errors);
    }

    private Response refusedPage(Respondent by, int number, LineText typed, Dossier.Seen seen, RuleViolation refused) {
        return Answers.refused(
                refused, Templates.line(lines.line(by, number, new LineViews.TypedLine(typed, seen), refused)));
    }

    /** To another line where its number is given, else back to the list. */
    private static String onward(String code, @Nullable String next) {
        return QuotationPages.path(code)
                + (next != null && next.matches("[1-9]\\d{0,3}") ? "/lines/" + next : "#lines");
    }
}
