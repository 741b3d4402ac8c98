package org.xiangpei.matching.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Needs;
import org.xiangpei.matching.NeutralityHints;
import org.xiangpei.requirement.StatedLine;
import org.xiangpei.requirement.Vocabularies;
import org.xiangpei.requirement.web.ClauseFields;
import org.xiangpei.requirement.web.ClauseForm;
import org.xiangpei.requirement.web.FormProblems;
import org.xiangpei.requirement.web.LineForm;
import org.xiangpei.shared.RuleViolation;

/** Advice on a line while it is written: a fragment for the form that it stands in, or a page by itself without scripts. */
@Path("/requirements/hints")
@Needs(Action.MATCH)
@Produces(MediaType.TEXT_HTML)
class HintPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance hints(HintsView view);

        static native TemplateInstance page(String name, HintsView view);
    }

    private final NeutralityHints hints;
    private final Vocabularies vocabularies;
    private final ClauseFields fields;
    private final Clock clock;

    HintPages(NeutralityHints hints, Vocabularies vocabularies, ClauseFields fields, Clock clock) {
        this.hints = hints;
        this.vocabularies = vocabularies;
        this.fields = fields;
        this.clock = clock;
    }

    /**
     * The fields are those of {@link LineForm}, behind the prefix that {@code prefix} names; without that, those of {@link ClauseForm}. It asks
     * only, but its words can be long.
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public TemplateInstance hints(
            @HeaderParam("HX-Request") @Nullable String byHtmx, MultivaluedMap<String, String> sent) {
        String prefix = Objects.requireNonNullElse(sent.getFirst("prefix"), "");
        var form = new LineForm(sent, prefix);
        HintsView view = view(prefix.isEmpty() ? plain(new ClauseForm(sent)) : ofSeveral(form), form.text("words"));
        return byHtmx == null ? Templates.page(form.text("name"), view) : Templates.hints(view);
    }

    private StatedLine plain(ClauseForm form) {
        return form.line(fields.kinds(form)).line();
    }

    private StatedLine ofSeveral(LineForm form) {
        return form.complete(vocabularies.load()).line("1");
    }

    private HintsView view(StatedLine line, String words) {
        try {
            return HintsView.of(hints.of(line, words, LocalDate.now(clock)));
        } catch (RuleViolation wrong) {
            return HintsView.refused(FormProblems.forPeople(wrong.detail()));
        }
    }
}
