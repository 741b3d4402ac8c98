package org.xiangpei.matching.answer.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.ProductProfile;
import org.xiangpei.catalog.ProductProfile.SpecificationOf;
import org.xiangpei.catalog.ProductProfiles;
import org.xiangpei.catalog.web.ProductCard;
import org.xiangpei.catalog.web.SpecificationText;
import org.xiangpei.identity.Actor;
import org.xiangpei.matching.Candidate;
import org.xiangpei.matching.ClauseResult;
import org.xiangpei.matching.Judgement;
import org.xiangpei.matching.LineMatch;
import org.xiangpei.matching.answer.Answers;
import org.xiangpei.matching.answer.Equivalents;
import org.xiangpei.matching.answer.Equivalents.Replacement;
import org.xiangpei.matching.answer.LineAnswer;
import org.xiangpei.matching.answer.web.LineView.Cell;
import org.xiangpei.matching.answer.web.LineView.Column;
import org.xiangpei.matching.answer.web.LineView.GridRow;
import org.xiangpei.matching.answer.web.LineView.Part;
import org.xiangpei.matching.answer.web.LineView.Replaced;
import org.xiangpei.matching.answer.web.LineView.Section;
import org.xiangpei.matching.web.MatchView.JudgementView;
import org.xiangpei.matching.web.MatchViews;
import org.xiangpei.requirement.Requirements;
import org.xiangpei.requirement.web.Heading;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.NotFound;

/** Puts one line and its alternatives side by side. */
@ApplicationScoped
class LineViews {

    /** More columns than this cannot be read side by side. */
    static final int MOST_COLUMNS = 4;

    private static final int MOST_REPLACED = 5;

    private final Requirements requirements;
    private final Answers answers;
    private final AnswerViews words;
    private final Equivalents equivalents;
    private final ProductProfiles products;
    private final MatchViews matches;

    LineViews(
            Requirements requirements,
            Answers answers,
            AnswerViews words,
            Equivalents equivalents,
            ProductProfiles products,
            MatchViews matches) {
        this.requirements = requirements;
        this.answers = answers;
        this.words = words;
        this.equivalents = equivalents;
        this.products = products;
        this.matches = matches;
    }

    /**
     * @param chosen codes of the candidates to put side by side; none for the first
     * @throws NotFound when there is no such line, or it is another organisation's
     */
    @Transactional
    LineView of(Actor actor, String code, int number, List<String> chosen) {
        LineAnswer answer = answers.line(actor, code, number);
        List<Candidate> all = answer.match().map(LineMatch::candidates).orElse(List.of());
        List<Candidate> columns = columns(all, chosen);
        Map<String, ProductProfile> profiles =
                products.list(columns.stream().map(Candidate::productCode).toList()).stream()
                        .collect(Collectors.toMap(ProductProfile::code, it -> it));
        List<Candidate> shown = columns.stream()
                .filter(it -> profiles.containsKey(it.productCode()))
                .toList();
        Map<Integer, String> names = answers.names(actor, code);
        return new LineView(
                Heading.of(requirements.own(actor, code)),
                number,
                answer.line().name(),
                detail(answer),
                answer.content().words(),
                answer.asOf().toString(),
                shown.stream()
                        .map(it -> column(it, Objects.requireNonNull(profiles.get(it.productCode())), answer.asOf()))
                        .toList(),
                sections(shown, profiles, answer.asOf()),
                all.size() - shown.size(),
                equivalents.of(answer).stream()
                        .limit(MOST_REPLACED)
                        .map(it -> replaced(it, all, answer.asOf()))
                        .toList(),
                answer.match().map(it -> matches.answer(it, answer.asOf())).orElse(null),
                answer.problem().orElse(null),
                neighbour(code, names, number - 1),
                neighbour(code, names, number + 1));
    }

    private static @Nullable String neighbour(String code, Map<Integer, String> names, int number) {
        return names.containsKey(number) ? "/requirements/" + code + "/answers/" + number : null;
    }

    private String detail(LineAnswer answer) {
        return Stream.of(
                        AnswerViews.quantity(answer),
                        words.category(answer.line().category()),
                        answer.line().neededBy() == null
                                ? ""
                                : "需要日期 " + answer.line().neededBy())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static List<Candidate> columns(List<Candidate> all, List<String> chosen) {
        List<Candidate> wanted =
                all.stream().filter(it -> chosen.contains(it.productCode())).toList();
        return (wanted.isEmpty() ? all : wanted).stream().limit(MOST_COLUMNS).toList();
    }

    private static Column column(Candidate it, ProductProfile profile, LocalDate day) {
        return new Column(
                ProductCard.of(profile, day),
                AnswerViews.tone(it.verdict()),
                Labels.of(it.verdict()),
                it.expiresBeforeNeeded());
    }

    private static List<Section> sections(
            List<Candidate> columns, Map<String, ProductProfile> profiles, LocalDate day) {
        if (columns.isEmpty()) {
            return List.of();
        }
        int clauses = columns.getFirst().clauses().size();
        List<GridRow> judged =
                IntStream.range(0, clauses).mapToObj(at -> judged(columns, at)).toList();
        List<ProductCard> cards = columns.stream()
                .flatMap(it -> Stream.ofNullable(profiles.get(it.productCode())))
                .map(it -> ProductCard.of(it, day))
                .toList();
        List<GridRow> terms = List.of(
                plain("参考价（含税）", cards, ProductCard::price),
                plain("交货期", cards, ProductCard::leadTime),
                plain("月产能", cards, ProductCard::capacity),
                plain("生产地", cards, ProductCard::places),
                plain("互认有效期", cards, card -> card.validity().text()));
        return Stream.of(new Section("条款", judged), new Section("供货与互认", terms))
                .filter(section -> !section.rows().isEmpty())
                .toList();
    }

    private static GridRow judged(List<Candidate> columns, int at) {
        Judgement first = columns.getFirst().clauses().get(at);
        List<Cell> cells = columns.stream()
                .map(it -> JudgementView.of(it.clauses().get(at)))
                .map(it -> new Cell(it.tone(), it.result(), it.offered(), it.evidence()))
                .toList();
        return new GridRow(first.label(), first.required(), !first.criterion().mandatory(), differs(cells), cells);
    }

    private static GridRow plain(String label, List<ProductCard> cards, Function<ProductCard, String> text) {
        List<Cell> cells =
                cards.stream().map(it -> new Cell("", "", text.apply(it), "")).toList();
        return new GridRow(label, "", false, differs(cells), cells);
    }

    private static boolean differs(List<Cell> cells) {
        return cells.stream().map(it -> it.result() + it.text()).distinct().count() > 1;
    }

    private static Replaced replaced(Replacement it, List<Candidate> all, LocalDate day) {
        ProductProfile missed = it.missed();
        return new Replaced(
                missed.code(),
                spoken(missed),
                it.listed()
                        ? failing(all, missed.code())
                        : Labels.of(missed.listing().status(day)) + "，不是候选",
                it.groupName(),
                it.note(),
                it.parts().stream()
                        .map(part -> new Part(
                                part.profile().code(),
                                spoken(part.profile()),
                                part.profile().firm().details().name(),
                                AnswerViews.tone(part.candidate().verdict()),
                                Labels.of(part.candidate().verdict()),
                                keys(it, part.profile())))
                        .toList());
    }

    private static String spoken(ProductProfile it) {
        String model = it.product().model();
        return it.product().name() + (model == null ? "" : " " + model);
    }

    private static String failing(List<Candidate> all, String code) {
        return all.stream()
                .filter(it -> it.productCode().equals(code))
                .flatMap(it -> it.clauses().stream())
                .filter(it -> it.criterion().mandatory() && it.result() == ClauseResult.FAIL)
                .map(it -> it.label() + "要求 " + it.required() + "，产品 " + it.offered())
                .collect(Collectors.joining("；"));
    }

    /** The declaration of a group is checked against what both products state. */
    private static String keys(Replacement of, ProductProfile part) {
        var same = new ArrayList<String>();
        var other = new ArrayList<String>();
        for (String key : of.keys()) {
            Optional<SpecificationOf> mine = specification(of.missed(), key);
            Optional<SpecificationOf> theirs = specification(part, key);
            String name = mine.or(() -> theirs).map(it -> it.property().name()).orElse(key);
            boolean equal =
                    mine.isPresent() && theirs.isPresent() && text(mine.get()).equals(text(theirs.get()));
            boolean stated = mine.flatMap(SpecificationOf::stated).isPresent()
                    && theirs.flatMap(SpecificationOf::stated).isPresent();
            (equal && stated ? same : other).add(name);
        }
        return Stream.of(
                        same.isEmpty() ? "" : "关键参数一致：" + String.join("、", same),
                        other.isEmpty() ? "" : "须核对：" + String.join("、", other))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("；"));
    }

    private static String text(SpecificationOf it) {
        return SpecificationText.in(it.property().unit(), it);
    }

    private static Optional<SpecificationOf> specification(ProductProfile of, String key) {
        return of.specifications().stream()
                .filter(it -> it.propertyCode().equals(key))
                .findFirst();
    }
}
