package org.xiangpei.requirement.web;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Firm;
import org.xiangpei.identity.Actor;
import org.xiangpei.requirement.ChangedLine;
import org.xiangpei.requirement.Edition;
import org.xiangpei.requirement.EditionLine;
import org.xiangpei.requirement.Editions;
import org.xiangpei.requirement.FirmChoices;
import org.xiangpei.requirement.Publication;
import org.xiangpei.requirement.Requirement;
import org.xiangpei.requirement.RequirementState;
import org.xiangpei.requirement.Requirements;
import org.xiangpei.requirement.Visibility;
import org.xiangpei.requirement.Vocabulary;
import org.xiangpei.requirement.web.EditionView.LineRow;
import org.xiangpei.requirement.web.PublicationView.Choice;
import org.xiangpei.requirement.web.PublicationView.EditionRow;
import org.xiangpei.requirement.web.PublicationView.FaultRow;
import org.xiangpei.requirement.web.PublicationView.FirmRow;
import org.xiangpei.shared.City;
import org.xiangpei.shared.FieldError;
import org.xiangpei.shared.Moments;
import org.xiangpei.shared.Page;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.shared.web.PageLinks;

/** Puts the pages of publishing and of editions together. */
@ApplicationScoped
class PublicationViews {

    private static final int SHOWN_FAULTS = 20;
    private static final int LINES_ON_PAGE = 20;

    private final Requirements requirements;
    private final Editions editions;
    private final FirmChoices firms;
    private final RequirementWords words;
    private final Clock clock;

    PublicationViews(
            Requirements requirements, Editions editions, FirmChoices firms, RequirementWords words, Clock clock) {
        this.requirements = requirements;
        this.editions = editions;
        this.firms = firms;
        this.words = words;
        this.clock = clock;
    }

    /**
     * @param typed what was chosen on the page; null for what is kept
     * @param find what firms are looked for by
     */
    @Transactional
    PublicationView publication(
            Actor actor,
            String code,
            @Nullable Publication typed,
            String find,
            @Nullable RuleViolation refused,
            String reason,
            String done) {
        Requirement of = requirements.own(actor, code);
        // What is published was checked, line by line, when it was saved.
        List<FieldError> faults = of.state() == RequirementState.DRAFT ? requirements.faults(of) : List.of();
        return new PublicationView(
                Heading.of(of),
                facts(of),
                requirements.countAsked(code),
                choice(of, typed == null ? of.publication() : typed, find),
                faults.stream()
                        .limit(SHOWN_FAULTS)
                        .map(it -> new FaultRow(FormProblems.inPlace(it.detail()), place(code, it)))
                        .toList(),
                Math.max(0, faults.size() - SHOWN_FAULTS),
                editions.list(actor, code).stream().map(it -> row(code, it)).toList(),
                refused == null ? null : refused.detail(),
                done.isEmpty() ? null : done(done),
                reason);
    }

    private static @Nullable String done(String what) {
        return switch (what) {
            case "published" -> "已发布。各行随即与目录匹配，结果在“供应匹配”里看";
            case "changed" -> "发布范围已更新";
            case "withdrawn" -> "已撤回";
            case "closed" -> "已结束";
            default -> null;
        };
    }

    /** A fault of a line is mended in its form, one of the head in that. */
    private static String place(String code, FieldError fault) {
        return fault.pointer().startsWith("lines[")
                ? "/requirements/" + code + "/lines/" + fault.pointer().replaceFirst("^lines\\[(\\d+)].*", "$1")
                : "/requirements/" + code + "/head#" + fault.pointer();
    }

    private List<Fact> facts(Requirement of) {
        Stream<Fact> ended = of.state() == RequirementState.WITHDRAWN || of.state() == RequirementState.CLOSED
                ? Stream.of(
                        new Fact("结束时间", of.endedAt().map(this::minute).orElse("")),
                        new Fact("原因", of.endedReason().orElse("")))
                : Stream.empty();
        Stream<Fact> published = of.edition() == 0
                ? Stream.of()
                : Stream.of(
                        new Fact("发布时间", of.publishedAt().map(this::minute).orElse("")),
                        new Fact("发布范围", RequirementViews.audience(of)),
                        new Fact("现行版本", "第 " + of.edition() + " 版"));
        return Stream.of(Stream.of(new Fact("编号", of.code())), published, ended)
                .flatMap(it -> it)
                .toList();
    }

    /** Who is chosen stands in the list whatever is looked for. */
    private Choice choice(Requirement of, Publication chosen, String find) {
        var listed = new LinkedHashMap<String, Firm>();
        Stream.of(firms.of(chosen.firms()), find.isEmpty() ? firms.withProductsFor(of.code()) : firms.named(find))
                .flatMap(List::stream)
                .forEach(it -> listed.putIfAbsent(it.code(), it));
        return new Choice(
                chosen.visibility() == Visibility.CHOSEN,
                chosen.showsBuyer(),
                find,
                listed.values().stream().map(it -> row(it, chosen.firms())).toList());
    }

    private static FirmRow row(Firm firm, Set<String> chosen) {
        return new FirmRow(
                firm.code(),
                firm.details().name(),
                City.of(firm.details().cityCode()).map(City::label).orElse("外地"),
                chosen.contains(firm.code()));
    }

    private EditionRow row(String code, Editions.Counted counted) {
        Edition edition = counted.edition();
        String lines = counted.lines() == 0 ? "" : Figures.number(counted.lines()) + " 行";
        String what = edition.number() == 1 ? "首次发布，" + lines : lines.isEmpty() ? "基本信息、发布范围或附件" : "改动 " + lines;
        return new EditionRow(
                edition.number(),
                minute(edition.madeAt()),
                edition.madeByName(),
                what,
                "/requirements/" + code + "/editions/" + edition.number());
    }

    @Transactional
    EditionView edition(Actor actor, String code, int number, int page) {
        Requirement of = requirements.own(actor, code);
        Edition edition = editions.get(actor, code, number);
        List<Fact> before = number == 1
                ? List.of()
                : words.published(editions.get(actor, code, number - 1).head());
        List<Compared> head = Compared.of(words.published(edition.head()), before);
        Page<ChangedLine> changed = editions.changes(actor, code, number, page, LINES_ON_PAGE);
        Vocabulary vocabulary = words.vocabulary();
        return new EditionView(
                Heading.of(of),
                number,
                number == 1,
                minute(edition.madeAt()),
                edition.madeByName(),
                head,
                head.stream().anyMatch(Compared::changed),
                Figures.number(changed.total()),
                changed.items().stream().map(it -> row(it, vocabulary)).toList(),
                PageLinks.of(changed, Address.of("/requirements/" + code + "/editions/" + number)));
    }

    private static LineRow row(ChangedLine line, Vocabulary vocabulary) {
        EditionLine after = line.after();
        List<Fact> now = RequirementWords.line(after.content(), after.state(), vocabulary);
        List<Fact> before = line.before()
                .map(it -> RequirementWords.line(it.content(), it.state(), vocabulary))
                .orElse(List.of());
        return new LineRow(
                after.number(),
                after.content().name().isEmpty()
                        ? RequirementWords.category(after.content(), vocabulary)
                        : after.content().name(),
                line.before().isEmpty(),
                Compared.of(now, before));
    }

    private String minute(Instant at) {
        return Moments.minute(at, clock.getZone());
    }
}
