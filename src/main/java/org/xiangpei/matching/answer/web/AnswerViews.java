package org.xiangpei.matching.answer.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Categories;
import org.xiangpei.identity.Actor;
import org.xiangpei.matching.Candidate;
import org.xiangpei.matching.Coverage;
import org.xiangpei.matching.LineMatch;
import org.xiangpei.matching.Verdict;
import org.xiangpei.matching.answer.Answers;
import org.xiangpei.matching.answer.BillCoverage;
import org.xiangpei.matching.answer.LineAnswer;
import org.xiangpei.matching.answer.LineFilter;
import org.xiangpei.matching.answer.web.AnswersView.Best;
import org.xiangpei.matching.answer.web.AnswersView.Filter;
import org.xiangpei.matching.answer.web.AnswersView.Part;
import org.xiangpei.matching.answer.web.AnswersView.Row;
import org.xiangpei.matching.web.MatchViews;
import org.xiangpei.requirement.Requirements;
import org.xiangpei.requirement.web.Heading;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.Page;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.shared.web.PageLinks;

/** Puts the answers of a requirement into words. */
@ApplicationScoped
class AnswerViews {

    private static final int PAGE = 20;
    private static final int BEST = 3;
    private static final BigDecimal BAR = new BigDecimal(1000);

    private final Requirements requirements;
    private final Answers answers;
    private final Categories categories;

    AnswerViews(Requirements requirements, Answers answers, Categories categories) {
        this.requirements = requirements;
        this.answers = answers;
        this.categories = categories;
    }

    /** @throws NotFound when there is no such requirement, or it is another organisation's */
    @Transactional
    AnswersView of(Actor actor, String code, LineFilter filter, int page) {
        Heading heading = Heading.of(requirements.own(actor, code));
        BillCoverage bill = answers.coverage(actor, code);
        Page<LineAnswer> lines = answers.page(actor, code, filter, page, PAGE);
        Address address = Address.of("/requirements/" + code + "/answers").and("show", filter.code());
        return new AnswersView(
                heading,
                lines.items().stream()
                        .map(it -> it.asOf().toString())
                        .findFirst()
                        .orElse(""),
                Figures.number(bill.lines()),
                bill.isComplete() ? null : Figures.number(bill.waiting()),
                bill.unmatchable() == 0 ? null : Figures.number(bill.unmatchable()),
                bill.budgeted() > 0,
                bill.budgeted() == bill.lines() ? "各行都有预算" : "只计有预算的 " + Figures.number(bill.budgeted()) + " 行",
                parts(bill),
                filters(code, filter, bill),
                Figures.number(lines.total()),
                lines.items().stream().map(this::row).toList(),
                PageLinks.of(lines, address));
    }

    private static List<Part> parts(BillCoverage bill) {
        var parts = new ArrayList<Part>();
        BigDecimal total = BigDecimal.valueOf(Math.max(1, bill.lines()));
        long start = 0;
        for (BillCoverage.Part it : bill.parts()) {
            BigDecimal share = BigDecimal.valueOf(it.lines()).divide(total, 6, RoundingMode.HALF_UP);
            long width = share.multiply(BAR).setScale(0, RoundingMode.HALF_UP).longValue();
            parts.add(new Part(
                    Labels.of(it.coverage()),
                    MatchViews.tone(it.coverage()),
                    Figures.number(it.lines()),
                    Figures.percent(share),
                    it.budgeted() == 0 ? "—" : Figures.money(it.money().yuan()),
                    moneyShare(it, bill),
                    start,
                    width));
            start += width;
        }
        return parts;
    }

    private static String moneyShare(BillCoverage.Part part, BillCoverage bill) {
        BigDecimal all = bill.money().yuan();
        return all.signum() == 0 ? "—" : Figures.percent(part.money().yuan().divide(all, 6, RoundingMode.HALF_UP));
    }

    private static List<Filter> filters(String code, LineFilter chosen, BillCoverage bill) {
        return Stream.of(LineFilter.values())
                .filter(it -> it != LineFilter.UNMATCHABLE || bill.unmatchable() > 0 || chosen == it)
                .filter(it -> it != LineFilter.FOUND || bill.of(Coverage.FOUND).lines() > 0 || chosen == it)
                .map(it -> new Filter(
                        label(it, bill),
                        Address.of("/requirements/" + code + "/answers")
                                .and("show", it.code())
                                .toString(),
                        it == chosen))
                .toList();
    }

    private static String label(LineFilter filter, BillCoverage bill) {
        return switch (filter) {
            case ALL -> "全部 " + Figures.number(bill.lines());
            case QUALIFIED -> counted(bill, Coverage.QUALIFIED);
            case POSSIBLE -> counted(bill, Coverage.POSSIBLE);
            case FOUND -> counted(bill, Coverage.FOUND);
            case NONE -> counted(bill, Coverage.NONE);
            case UNMATCHABLE -> "无法匹配 " + Figures.number(bill.unmatchable());
            case GAINED -> "新增合格产品";
            case LOST -> "失去合格产品";
        };
    }

    private static String counted(BillCoverage bill, Coverage coverage) {
        return Labels.of(coverage) + " " + Figures.number(bill.of(coverage).lines());
    }

    private Row row(LineAnswer answer) {
        return new Row(
                answer.number(),
                answer.line().name(),
                detail(answer),
                answer.match().map(it -> MatchViews.tone(it.coverage())).orElse("fail"),
                answer.match().map(it -> Labels.of(it.coverage())).orElse("无法匹配"),
                answer.match().map(AnswerViews::counts).orElse(""),
                answer.match()
                        .map(it -> it.candidates().stream()
                                .limit(BEST)
                                .map(AnswerViews::best)
                                .toList())
                        .orElse(List.of()),
                answer.problem().orElse(null));
    }

    private String detail(LineAnswer answer) {
        return Stream.of(
                        quantity(answer),
                        category(answer.line().category()),
                        answer.line().criteria().isEmpty()
                                ? "没有条款"
                                : answer.line().criteria().size() + " 条条款")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    static String quantity(LineAnswer answer) {
        BigDecimal quantity = answer.line().quantity();
        String unit = answer.line().unit() == null ? "" : " " + answer.line().unit();
        return quantity == null ? "" : Figures.number(quantity) + unit;
    }

    String category(@Nullable String code) {
        return code == null
                ? "未定品类"
                : categories
                        .findByIdOptional(code)
                        .map(it -> it.details().name())
                        .orElse(code);
    }

    private static String counts(LineMatch match) {
        return "合格 " + count(match, Verdict.QUALIFIED) + " · 待确认 " + count(match, Verdict.POSSIBLE) + " · 接近 "
                + count(match, Verdict.NEAR_MISS);
    }

    private static long count(LineMatch match, Verdict verdict) {
        return match.candidates().stream().filter(it -> it.verdict() == verdict).count();
    }

    private static Best best(Candidate it) {
        return new Best(
                it.productCode(),
                it.productName(),
                it.firmName(),
                tone(it.verdict()),
                Labels.of(it.verdict()),
                MatchViews.gap(it));
    }

    static String tone(Verdict verdict) {
        return MatchViews.tone(verdict);
    }
}
