package org.xiangpei.demand.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.PropertyKind;
import org.xiangpei.demand.Demands;
import org.xiangpei.demand.Fit;
import org.xiangpei.demand.web.DemandListView.Filter;
import org.xiangpei.demand.web.DemandListView.Row;
import org.xiangpei.demand.web.DemandView.AnswerForm;
import org.xiangpei.demand.web.DemandView.ClauseRow;
import org.xiangpei.demand.web.DemandView.FileLink;
import org.xiangpei.demand.web.DemandView.Own;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Organizations;
import org.xiangpei.matching.Candidate;
import org.xiangpei.matching.ClauseResult;
import org.xiangpei.matching.Evidence;
import org.xiangpei.matching.Judgement;
import org.xiangpei.matching.Verdict;
import org.xiangpei.matching.web.MatchView.JudgementView;
import org.xiangpei.recognition.CategoryForm.Field;
import org.xiangpei.recognition.LaterStatements;
import org.xiangpei.requirement.Attachments;
import org.xiangpei.requirement.KeptLine;
import org.xiangpei.requirement.Requirement;
import org.xiangpei.requirement.Visibility;
import org.xiangpei.requirement.Vocabulary;
import org.xiangpei.requirement.web.Fact;
import org.xiangpei.requirement.web.RequirementWords;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Moments;
import org.xiangpei.shared.Page;
import org.xiangpei.shared.units.Units;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.shared.web.PageLinks;

/**
 * Puts the pages of firms about published requirements together. What the buyer keeps never gets here: budgets, the buyer's own words, a
 * hidden name, other firms.
 */
@ApplicationScoped
class DemandViews {

    private static final int ON_PAGE = 20;
    private static final String HIDDEN = "采购单位未公开名称";

    private final Demands demands;
    private final Organizations organizations;
    private final LaterStatements statements;
    private final Attachments attachments;
    private final RequirementWords words;
    private final Clock clock;

    DemandViews(
            Demands demands,
            Organizations organizations,
            LaterStatements statements,
            Attachments attachments,
            RequirementWords words,
            Clock clock) {
        this.demands = demands;
        this.organizations = organizations;
        this.statements = statements;
        this.attachments = attachments;
        this.words = words;
        this.clock = clock;
    }

    /** @param verdict only lines of which the best own product has this; empty for all */
    DemandListView list(Actor actor, String requirement, Optional<Verdict> verdict, int page) {
        Demands.Found found = demands.find(actor, requirement);
        List<Fit> shown = found.fits().stream()
                .filter(it -> verdict.isEmpty() || it.verdict().equals(verdict))
                .toList();
        int from = Math.min((page - 1) * ON_PAGE, shown.size());
        var one = new Page<>(page, ON_PAGE, shown.size(), shown.subList(from, Math.min(from + ON_PAGE, shown.size())));
        Address address = Address.of("/demand").and("requirement", requirement);
        return new DemandListView(
                demands.firm(actor).isPresent(),
                requirement.isEmpty() ? null : title(found.fits()),
                filters(found.fits(), verdict, address),
                one.items().stream().map(this::row).toList(),
                found.capped(),
                PageLinks.of(
                        one, address.and("verdict", verdict.map(Verdict::code).orElse(null))));
    }

    private static String title(List<Fit> fits) {
        return fits.stream().findFirst().map(it -> it.of().title()).orElse("这份需求已不开放");
    }

    private static List<Filter> filters(List<Fit> fits, Optional<Verdict> chosen, Address address) {
        var filters = new ArrayList<Filter>();
        filters.add(new Filter("全部", Figures.number(fits.size()), address.toString(), chosen.isEmpty()));
        for (Verdict verdict : Verdict.values()) {
            long count = fits.stream()
                    .filter(it -> it.verdict().filter(verdict::equals).isPresent())
                    .count();
            filters.add(new Filter(
                    Labels.of(verdict),
                    Figures.number(count),
                    address.and("verdict", verdict.code()).toString(),
                    chosen.filter(verdict::equals).isPresent()));
        }
        return filters;
    }

    private Row row(Fit fit) {
        Requirement of = fit.of();
        Optional<Candidate> best = fit.candidates().stream().findFirst();
        return new Row(
                "/demand/" + of.code() + "/" + fit.line().number(),
                name(fit),
                of.title(),
                buyer(of),
                delivery(of),
                RequirementWords.quantity(fit.line().content()),
                of.publishedAt()
                        .map(it -> Moments.minute(it, clock.getZone()).substring(0, 10))
                        .orElse(""),
                of.visibility() == Visibility.CHOSEN,
                best.map(DemandViews::spoken).orElse(""),
                fit.verdict().map(Labels::of).orElse("没有对应的产品"),
                fit.verdict().map(DemandViews::tone).orElse("unknown"),
                best.map(it -> counts(it.clauses())).orElse(""));
    }

    private String name(Fit fit) {
        KeptLine.Content content = fit.line().content();
        return content.name().isEmpty() ? RequirementWords.category(content, words.vocabulary()) : content.name();
    }

    private static String spoken(Candidate it) {
        return it.model() == null ? it.productName() : it.productName() + " " + it.model();
    }

    private static String counts(List<Judgement> clauses) {
        if (clauses.isEmpty()) {
            return "没有条款";
        }
        return "满足 %d，待确认 %d，不满足 %d"
                .formatted(
                        count(clauses, ClauseResult.PASS),
                        count(clauses, ClauseResult.UNKNOWN),
                        count(clauses, ClauseResult.FAIL));
    }

    private static long count(List<Judgement> clauses, ClauseResult result) {
        return clauses.stream().filter(it -> it.result() == result).count();
    }

    private static String tone(Verdict verdict) {
        return switch (verdict) {
            case QUALIFIED -> "pass";
            case POSSIBLE -> "unknown";
            case NEAR_MISS -> "fail";
        };
    }

    private String buyer(Requirement of) {
        return of.showsBuyer()
                ? organizations
                        .findByIdOptional(of.organization())
                        .map(it -> it.name())
                        .orElse(HIDDEN)
                : HIDDEN;
    }

    private String delivery(Requirement of) {
        String day = of.neededBy().map(it -> "，" + it + " 前").orElse("");
        return "交货到"
                + (of.deliverTo().isEmpty() ? "：不限" : words.place(of.deliverTo().get())) + day;
    }

    /** @param typed an answer that was refused; null for none */
    DemandView one(Actor actor, String code, int number, @Nullable AnswerTyped typed, String done) {
        Fit fit = demands.get(actor, code, number);
        KeptLine.Content content = fit.line().content();
        Vocabulary vocabulary = words.vocabulary();
        return new DemandView(
                name(fit),
                fit.of().title(),
                code,
                number,
                facts(fit, vocabulary),
                Stream.of(content.description(), fit.of().head().note())
                        .filter(Objects::nonNull)
                        .reduce((one, two) -> one + "\n" + two)
                        .orElse(null),
                attachments.listOf(code).stream()
                        .map(it -> new FileLink(it.name(), "/demand/" + code + "/files/" + it.id()))
                        .toList(),
                fit.candidates().stream().map(it -> own(actor, it, typed)).toList(),
                content.criteria().stream()
                        .map(it -> RequirementWords.clause(it, content.category(), vocabulary))
                        .toList(),
                done.isEmpty() ? null : "已补充，并重新判断了这一行",
                typed == null || typed.refused() == null
                        ? null
                        : typed.refused().detail());
    }

    private List<Fact> facts(Fit fit, Vocabulary vocabulary) {
        Requirement of = fit.of();
        return List.of(
                new Fact("采购单位", buyer(of)),
                new Fact("品类", RequirementWords.category(fit.line().content(), vocabulary)),
                new Fact("数量", filled(RequirementWords.quantity(fit.line().content()))),
                new Fact("交货地点", words.place(of.head().deliverTo())),
                new Fact("需要日期", of.neededBy().map(Object::toString).orElse("未说明")),
                new Fact(
                        "发布",
                        of.publishedAt()
                                        .map(it -> Moments.minute(it, clock.getZone()))
                                        .orElse("")
                                + (of.visibility() == Visibility.CHOSEN ? "，指定企业" : "，全部目录企业")),
                new Fact("版本", "第 " + of.edition() + " 版"));
    }

    private static String filled(String text) {
        return text.isEmpty() ? "未说明" : text;
    }

    private Own own(Actor actor, Candidate candidate, @Nullable AnswerTyped typed) {
        Map<String, Field> open = statements.open(actor, candidate.productCode());
        return new Own(
                candidate.productCode(),
                spoken(candidate),
                Labels.of(candidate.verdict()),
                tone(candidate.verdict()),
                candidate.expiresBeforeNeeded(),
                candidate.clauses().stream()
                        .map(it -> clause(it, candidate.productCode(), open, typed))
                        .toList());
    }

    private static ClauseRow clause(
            Judgement judgement, String product, Map<String, Field> open, @Nullable AnswerTyped typed) {
        String property = judgement.criterion().property();
        Field field = property == null ? null : open.get(property);
        boolean unknown = judgement.result() == ClauseResult.UNKNOWN;
        AnswerForm answer = unknown && field != null
                ? form(field, judgement, typed != null && typed.isFor(product, field.property()) ? typed : null)
                : null;
        return new ClauseRow(JudgementView.of(judgement), answer, unknown && answer == null ? hint(judgement) : "");
    }

    /** What cannot be said in a form here. */
    private static String hint(Judgement judgement) {
        if (judgement.evidence().kind() != Evidence.Kind.NOT_STATED) {
            return "已载明的内容定不了这一条，要改请重新申报";
        }
        return judgement.criterion().operator().needsProperty() ? "本产品的品类没有这项参数" : "要有证明材料或改动产品信息，请重新申报";
    }

    private static AnswerForm form(Field field, Judgement judgement, @Nullable AnswerTyped typed) {
        boolean quantity = field.isQuantity();
        String unit = Objects.requireNonNullElse(
                judgement.criterion().unit(),
                Objects.requireNonNullElse(field.details().unit(), ""));
        return new AnswerForm(
                field.property(),
                kind(field),
                Labels.of(field.details().better()),
                field.options(),
                typed == null ? "" : typed.min(),
                typed == null ? "" : typed.max(),
                typed == null ? "" : typed.value(),
                typed == null ? (quantity ? shownUnit(unit) : "") : typed.unit(),
                typed != null
                        && typed.refused() != null
                        && typed.refused().code().equals("doubtful-answer"),
                typed == null || typed.refused() == null
                        ? null
                        : typed.refused().detail());
    }

    private static String shownUnit(String unit) {
        return Units.known(Units.display(unit)) ? Units.display(unit) : unit;
    }

    private static String kind(Field field) {
        if (field.isQuantity()) {
            return "quantity";
        }
        return field.details().kind() == PropertyKind.FLAG
                ? "flag"
                : field.options().isEmpty() ? "text" : "choices";
    }
}
