package org.xiangpei.sourcing.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Organizations;
import org.xiangpei.requirement.KeptLine;
import org.xiangpei.requirement.LineState;
import org.xiangpei.requirement.Requirement;
import org.xiangpei.requirement.RequirementLine;
import org.xiangpei.requirement.Requirements;
import org.xiangpei.requirement.web.Faults;
import org.xiangpei.requirement.web.Places;
import org.xiangpei.requirement.web.RequirementWords;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.Page;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.shared.web.PageLinks;
import org.xiangpei.sourcing.Inquiries;
import org.xiangpei.sourcing.Inquiry;
import org.xiangpei.sourcing.InquiryState;
import org.xiangpei.sourcing.Invitation;

import static java.util.stream.Collectors.toSet;

/** Puts the list of inquiries and the forms for writing one together. */
@ApplicationScoped
class InquiryViews {

    private static final int ON_LIST = 30;
    private static final int MOST_LINES = 200;

    /** So many lines are one purchase; of more the buyer says which. */
    private static final int CHOSEN_AT_FIRST = 20;

    private final Inquiries inquiries;
    private final Requirements requirements;
    private final Organizations organizations;
    private final CandidateLines candidates;
    private final InquiryWords words;
    private final RequirementWords requirementWords;
    private final Places places;
    private final Clock clock;

    InquiryViews(
            Inquiries inquiries,
            Requirements requirements,
            Organizations organizations,
            CandidateLines candidates,
            InquiryWords words,
            RequirementWords requirementWords,
            Places places,
            Clock clock) {
        this.inquiries = inquiries;
        this.requirements = requirements;
        this.organizations = organizations;
        this.candidates = candidates;
        this.words = words;
        this.requirementWords = requirementWords;
        this.places = places;
        this.clock = clock;
    }

    @Transactional
    InquiryListView list(Actor actor, int page) {
        Page<Inquiry> found = inquiries.page(actor, page, ON_LIST);
        return new InquiryListView(
                Figures.number(found.total()),
                found.items().stream().map(it -> row(actor, it)).toList(),
                PageLinks.of(found, Address.of("/inquiries")));
    }

    private InquiryListView.Row row(Actor actor, Inquiry of) {
        Heading heading = Heading.of(of, clock.instant());
        return new InquiryListView.Row(
                of.code(),
                of.terms().title(),
                heading.phase(),
                heading.tone(),
                requirements.own(actor, of.requirement()).title(),
                inquiries.lines(of.code()).size(),
                (int) inquiries.invitations(of.code()).stream()
                        .filter(Invitation::stands)
                        .count(),
                words.minute(of.terms().deadline()),
                words.left(of));
    }

    /**
     * The lines to choose from.
     *
     * @throws NotFound when there is no such requirement, or it is another organisation's
     * @throws RuleViolation {@code requirement-state} when it has ended
     */
    @Transactional
    PickView pick(Actor actor, String requirement) {
        Requirement from = writable(actor, requirement);
        List<KeptLine> asked = asked(requirement);
        var vocabulary = requirementWords.vocabulary();
        return new PickView(
                from.code(),
                from.title(),
                asked.stream()
                        .limit(MOST_LINES)
                        .map(it -> new PickView.Row(
                                it.number(),
                                it.content().name().isEmpty()
                                        ? RequirementWords.category(it.content(), vocabulary)
                                        : it.content().name(),
                                detail(it, RequirementWords.category(it.content(), vocabulary)),
                                it.content().quantity() == null ? "没有数量，先在需求里写上" : "",
                                asked.size() <= CHOSEN_AT_FIRST))
                        .toList(),
                Math.max(0, asked.size() - MOST_LINES));
    }

    private static String detail(KeptLine line, String category) {
        String clauses = line.content().criteria().isEmpty()
                ? "没有条款"
                : line.content().criteria().size() + " 条条款";
        String quantity = RequirementWords.quantity(line.content());
        return (quantity.isEmpty() ? "" : quantity + " · ") + category + " · " + clauses
                + (line.state() == LineState.ASK ? " · " + Labels.of(line.state()) : "");
    }

    private Requirement writable(Actor actor, String requirement) {
        Requirement from = requirements.own(actor, requirement);
        if (!from.state().isWritable()) {
            throw new RuleViolation("requirement-state", "需求 " + requirement + " 已经撤回或结束，不能再据此询价。");
        }
        return from;
    }

    private List<KeptLine> asked(String requirement) {
        return requirements.lines(requirement).stream()
                .filter(it -> it.state().isAsked())
                .toList();
    }

    /** The form as it begins. */
    @Transactional
    NewInquiryView begin(Actor actor, String requirement, List<Integer> lines) {
        Requirement from = writable(actor, requirement);
        var kind = organizations.get(String.valueOf(actor.organization())).kind();
        return form(
                actor,
                from,
                lines,
                UUID.randomUUID().toString(),
                ChoiceForm.empty(),
                TermsForm.usual(from, kind, clock),
                null);
    }

    /** The form with what was typed. */
    @Transactional
    NewInquiryView refused(
            Actor actor,
            String requirement,
            List<Integer> lines,
            String formToken,
            ChoiceForm choice,
            TermsForm typed,
            RuleViolation refused) {
        return form(actor, requirements.own(actor, requirement), lines, formToken, choice, typed, refused);
    }

    private NewInquiryView form(
            Actor actor,
            Requirement from,
            List<Integer> numbers,
            String formToken,
            ChoiceForm choice,
            TermsForm typed,
            @Nullable RuleViolation refused) {
        List<RequirementLine> lines = asked(from.code()).stream()
                .filter(it -> numbers.contains(it.number()))
                .limit(MOST_LINES)
                .map(it -> it.line(from))
                .toList();
        return new NewInquiryView(
                from.code(),
                from.title(),
                formToken,
                candidates.of(lines, choice.chosen(), Set.of()),
                choice,
                typed,
                places.choices(typed.deliverTo()),
                inquiries.officers(actor),
                refused == null ? Map.of() : Faults.of(refused),
                refused == null ? null : refused.detail());
    }

    @Transactional
    TermsView terms(Actor actor, String code, @Nullable TermsForm typed, @Nullable RuleViolation refused) {
        Inquiry of = inquiries.own(actor, code);
        TermsForm form = typed == null ? TermsForm.of(of, clock.getZone()) : typed;
        return new TermsView(
                Heading.of(of, clock.instant()),
                form,
                places.choices(form.deliverTo()),
                inquiries.officers(actor),
                refused == null ? Map.of() : Faults.of(refused),
                refused == null ? null : refused.detail());
    }

    /** Whom else to ask. */
    @Transactional
    CandidatesView candidates(Actor actor, String code, ChoiceForm choice, @Nullable RuleViolation refused) {
        Inquiry of = inquiries.own(actor, code);
        List<RequirementLine> lines =
                inquiries.lines(code).stream().map(it -> it.line(of.terms())).toList();
        Set<String> invited = inquiries.invitations(code).stream()
                .map(Invitation::firm)
                .flatMap(Optional::stream)
                .collect(toSet());
        return new CandidatesView(
                Heading.of(of, clock.instant()),
                of.state() == InquiryState.DRAFT,
                candidates.of(lines, choice.chosen(), invited),
                choice,
                refused == null ? null : refused.detail());
    }
}
