package org.xiangpei.requirement.web;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.requirement.Attachments;
import org.xiangpei.requirement.KeptLine;
import org.xiangpei.requirement.LineEnds;
import org.xiangpei.requirement.LineEnds.End;
import org.xiangpei.requirement.LineState;
import org.xiangpei.requirement.Requirement;
import org.xiangpei.requirement.Requirements;
import org.xiangpei.requirement.Visibility;
import org.xiangpei.requirement.Vocabulary;
import org.xiangpei.requirement.web.LinesView.Row;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Moments;
import org.xiangpei.shared.Page;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.shared.web.PageLinks;

/** Puts the pages of own requirements together: the list, the head, the lines. */
@ApplicationScoped
class RequirementViews {

    private static final int ON_LIST = 30;
    private static final int LINES_ON_PAGE = 50;
    private static final int SHOWN_CLAUSES = 3;

    private final Requirements requirements;
    private final Attachments attachments;
    private final RequirementWords words;
    private final Places places;
    private final Instance<LineEnds> ends;
    private final Clock clock;

    RequirementViews(
            Requirements requirements,
            Attachments attachments,
            RequirementWords words,
            Places places,
            Instance<LineEnds> ends,
            Clock clock) {
        this.requirements = requirements;
        this.attachments = attachments;
        this.words = words;
        this.places = places;
        this.ends = ends;
        this.clock = clock;
    }

    @Transactional
    RequirementListView list(Actor actor, int page) {
        Page<Requirement> found = requirements.ownPage(actor, page, ON_LIST);
        return new RequirementListView(
                Figures.number(found.total()),
                found.items().stream().map(this::row).toList(),
                PageLinks.of(found, Address.of("/requirements")));
    }

    private RequirementListView.Row row(Requirement of) {
        return new RequirementListView.Row(
                of.code(),
                of.title(),
                Labels.of(of.state()),
                Heading.tone(of.state()),
                Figures.number(requirements.countAsked(of.code())),
                of.edition() == 0 ? "" : audience(of),
                of.neededBy().map(Object::toString).orElse(""),
                minute(of.savedAt()));
    }

    static String audience(Requirement of) {
        String name = of.showsBuyer() ? "" : "，不公开单位名称";
        return of.visibility() == Visibility.ALL
                ? Labels.of(of.visibility()) + name
                : "指定 " + of.firms().size() + " 家企业" + name;
    }

    /** @param refused null when nothing was refused */
    @Transactional
    HeadView begin(HeadForm typed, @Nullable RuleViolation refused) {
        return new HeadView(
                null,
                typed,
                places.choices(typed.deliverTo()),
                refused == null ? Map.of() : Faults.of(refused),
                refused == null ? null : refused.detail(),
                "",
                List.of(),
                List.of());
    }

    @Transactional
    HeadView head(Actor actor, String code) {
        return head(actor, code, HeadForm.of(requirements.own(actor, code)), null);
    }

    /** What was typed stays; what somebody else has saved meanwhile stands beside it, and the next attempt knows of that. */
    @Transactional
    HeadView head(Actor actor, String code, HeadForm typed, @Nullable RuleViolation refused) {
        Requirement of = requirements.own(actor, code);
        boolean overtaken = refused != null && refused.code().equals("changed-meanwhile");
        HeadForm shown = overtaken ? typed.withSeen(of.headVersion()) : typed;
        return new HeadView(
                Heading.of(of),
                shown,
                places.choices(shown.deliverTo()),
                refused == null ? Map.of() : Faults.of(refused),
                refused == null ? null : refused.detail(),
                minute(of.savedAt()),
                overtaken ? Compared.of(words.head(of.head()), typedFacts(typed)) : List.of(),
                files(code));
    }

    private List<Fact> typedFacts(HeadForm typed) {
        try {
            return words.head(typed.read());
        } catch (RuleViolation unreadable) {
            return List.of(
                    new Fact("名称", typed.title()),
                    new Fact("交货地点", words.place(typed.deliverTo())),
                    new Fact("需要日期", typed.neededBy()),
                    new Fact("预算", typed.budget()),
                    new Fact("说明", typed.note()));
        }
    }

    List<HeadView.FileRow> files(String code) {
        return attachments.listOf(code).stream()
                .map(it -> new HeadView.FileRow(it.id(), it.name(), minute(it.uploadedAt())))
                .toList();
    }

    @Transactional
    LinesView lines(Actor actor, String code, int page, @Nullable RuleViolation refused) {
        Requirement of = requirements.own(actor, code);
        Page<KeptLine> found = requirements.page(code, page, LINES_ON_PAGE);
        Vocabulary vocabulary = words.vocabulary();
        Map<Integer, End> ended = ends(code);
        return new LinesView(
                Heading.of(of),
                words.head(of.head()),
                Figures.number(found.total()),
                found.items().stream()
                        .map(it -> row(it, vocabulary, ended.get(it.number())))
                        .toList(),
                PageLinks.of(found, Address.of("/requirements/" + code)),
                page,
                files(code),
                of.endedReason().orElse(null),
                of.state().isOpen() && isMet(code, ended),
                refused == null ? null : refused.detail());
    }

    private Map<Integer, End> ends(String code) {
        var all = new HashMap<Integer, End>();
        ends.forEach(it -> all.putAll(it.of(code)));
        return all;
    }

    private boolean isMet(String code, Map<Integer, End> ended) {
        return !ended.isEmpty()
                && requirements.lines(code).stream()
                        .filter(it -> it.state().isAsked())
                        .allMatch(it -> ended.containsKey(it.number()));
    }

    private static Row row(KeptLine line, Vocabulary vocabulary, @Nullable End end) {
        KeptLine.Content content = line.content();
        return new Row(
                line.number(),
                content.name().isEmpty() ? RequirementWords.category(content, vocabulary) : content.name(),
                RequirementWords.category(content, vocabulary),
                RequirementWords.quantity(content),
                clauses(content, vocabulary),
                content.budget() == null ? "" : Figures.money(content.budget()),
                line.state().code(),
                Labels.of(line.state()),
                line.state() == LineState.ASK ? "unknown" : "",
                end);
    }

    private static List<String> clauses(KeptLine.Content content, Vocabulary vocabulary) {
        List<String> shown = content.criteria().stream()
                .limit(SHOWN_CLAUSES)
                .map(it -> RequirementWords.clause(it, content.category(), vocabulary))
                .toList();
        int more = content.criteria().size() - shown.size();
        return more == 0
                ? shown
                : Stream.concat(
                                shown.stream(),
                                Stream.of("等 " + content.criteria().size() + " 条"))
                        .toList();
    }

    String minute(Instant at) {
        return Moments.minute(at, clock.getZone());
    }
}
