package org.xiangpei.requirement.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.MultivaluedMap;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.web.CatalogOptions;
import org.xiangpei.identity.Actor;
import org.xiangpei.requirement.Criterion;
import org.xiangpei.requirement.KeptLine;
import org.xiangpei.requirement.LineState;
import org.xiangpei.requirement.Requirement;
import org.xiangpei.requirement.Requirements;
import org.xiangpei.requirement.Vocabulary;
import org.xiangpei.requirement.web.LineForms.Shaped;
import org.xiangpei.shared.FieldError;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Option;
import org.xiangpei.shared.web.OptionGroup;

/** Puts the form of a line together. */
@ApplicationScoped
class LineViews {

    private final Requirements requirements;
    private final LineForms forms;
    private final ClauseFields fields;
    private final CatalogOptions categories;
    private final RequirementWords words;
    private final RequirementViews views;

    LineViews(
            Requirements requirements,
            LineForms forms,
            ClauseFields fields,
            CatalogOptions categories,
            RequirementWords words,
            RequirementViews views) {
        this.requirements = requirements;
        this.forms = forms;
        this.fields = fields;
        this.categories = categories;
        this.words = words;
        this.views = views;
    }

    /** A line that is not there yet, with what was typed of it. */
    @Transactional
    LineView begin(Actor actor, String code, MultivaluedMap<String, String> typed, @Nullable RuleViolation refused) {
        Requirement of = requirements.own(actor, code);
        return view(of, null, new ClauseForm(typed), LineForms.NOTHING, problems(refused, List.of()), refused);
    }

    /** As it is kept, with what would stand in the way of publishing it. */
    @Transactional
    LineView kept(Actor actor, String code, int number) {
        Requirement of = requirements.own(actor, code);
        KeptLine line = requirements.line(actor, code, number);
        Shaped shaped = forms.shape(line.content());
        return view(of, line, shaped.form(), line.content(), remarks(of, line, shaped), null);
    }

    private FormProblems remarks(Requirement of, KeptLine line, Shaped shaped) {
        List<FieldError> faults = requirements.faults(of, List.of(line));
        return faults.isEmpty()
                ? FormProblems.NONE
                : FormProblems.of(
                        new RuleViolation("bad-requirement", "", faults),
                        LineForms.clauses(line.content(), shaped.clauses()));
    }

    /** With what was typed in place of what is kept. */
    @Transactional
    LineView typed(
            Actor actor,
            String code,
            int number,
            MultivaluedMap<String, String> typed,
            @Nullable RuleViolation refused) {
        Requirement of = requirements.own(actor, code);
        KeptLine line = requirements.line(actor, code, number);
        var form = new ClauseForm(typed);
        List<String> clauses = form.line(fields.kinds(form)).clauses();
        return view(of, line, form, line.content(), problems(refused, clauses), refused);
    }

    private static FormProblems problems(@Nullable RuleViolation refused, List<String> clauses) {
        boolean aboutClauses = refused != null
                && refused.errors().stream()
                        .anyMatch(it -> it instanceof FieldError error
                                && error.pointer().contains("criteria["));
        return aboutClauses ? FormProblems.of(Objects.requireNonNull(refused), clauses) : FormProblems.NONE;
    }

    private LineView view(
            Requirement of,
            @Nullable KeptLine line,
            ClauseForm form,
            KeptLine.Content kept,
            FormProblems problems,
            @Nullable RuleViolation refused) {
        String path = "/requirements/" + of.code() + "/lines";
        List<OptionGroup> groups = categories.of(null, form.text("category")).categories();
        boolean overtaken = refused != null && refused.code().equals("changed-meanwhile");
        return new LineView(
                Heading.of(of),
                line == null ? null : line.number(),
                line == null ? path : path + "/" + line.number(),
                LineView.Typed.of(form),
                groups,
                chosen(groups),
                fields.of(form, problems.byClause()),
                others(kept),
                problems.others(),
                refused == null ? Map.of() : Faults.of(refused),
                refused == null ? null : refused.detail(),
                kept.words(),
                overtaken && line != null ? overtaken(line, form) : List.of(),
                seen(line, form, overtaken, refused),
                views.minute(of.savedAt()),
                line == null || line.number() == 1 ? null : path + "/" + (line.number() - 1),
                line == null || line.number() == requirements.countAll(of.code())
                        ? null
                        : path + "/" + (line.number() + 1));
    }

    /** Who was refused for another reason still has the version that the form was made from. */
    private static int seen(
            @Nullable KeptLine line, ClauseForm form, boolean overtaken, @Nullable RuleViolation refused) {
        if (line == null) {
            return 0;
        }
        return refused == null || overtaken ? line.version() : Seen.of(form.parameters());
    }

    private List<Compared> overtaken(KeptLine line, ClauseForm form) {
        KeptLine.Content typed;
        try {
            typed = forms.read(form.parameters(), line.content());
        } catch (RuleViolation unreadable) {
            return List.of();
        }
        Vocabulary vocabulary = words.vocabulary();
        return Compared.of(
                RequirementWords.line(line.content(), line.state(), vocabulary),
                RequirementWords.line(typed, LineState.OPEN, vocabulary));
    }

    private List<String> others(KeptLine.Content kept) {
        List<Criterion> others = forms.shape(kept).clauses().others();
        if (others.isEmpty()) {
            return List.of();
        }
        Vocabulary vocabulary = words.vocabulary();
        return others.stream()
                .map(it -> RequirementWords.clause(it, kept.category(), vocabulary))
                .toList();
    }

    private static String chosen(List<OptionGroup> groups) {
        return groups.stream()
                .flatMap(group -> group.options().stream())
                .filter(Option::chosen)
                .map(Option::label)
                .findFirst()
                .orElse("");
    }

    /** What is to be said after a draft saved itself. */
    @Transactional
    HeadView.Saved saved(Actor actor, String code, int number) {
        LineView now = kept(actor, code, number);
        var remarks = new ArrayList<String>(now.problems());
        now.clauses().stream()
                .filter(it -> it.problem() != null)
                .forEach(it -> remarks.add(it.label() + "：" + it.problem()));
        return new HeadView.Saved(now.saved(), null, remarks, now.seen());
    }

    HeadView.Saved refused(RuleViolation refused, MultivaluedMap<String, String> typed) {
        var faults = new HashMap<>(Faults.of(refused));
        return new HeadView.Saved("", refused.detail(), List.copyOf(faults.values()), Seen.of(typed));
    }
}
