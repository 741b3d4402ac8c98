package org.xiangpei.sourcing.award.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.requirement.Vocabulary;
import org.xiangpei.shared.Coded;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Moments;
import org.xiangpei.shared.Money;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.shared.web.Option;
import org.xiangpei.sourcing.Inquiries;
import org.xiangpei.sourcing.Inquiry;
import org.xiangpei.sourcing.InquiryLine;
import org.xiangpei.sourcing.InquiryState;
import org.xiangpei.sourcing.Weights;
import org.xiangpei.sourcing.award.CatalogueVerdicts;
import org.xiangpei.sourcing.award.CatalogueVerdicts.Verdicts;
import org.xiangpei.sourcing.award.ComparedLine;
import org.xiangpei.sourcing.award.Comparison;
import org.xiangpei.sourcing.award.Comparisons;
import org.xiangpei.sourcing.award.Renewal;
import org.xiangpei.sourcing.award.Renewals;
import org.xiangpei.sourcing.award.WhatIf;
import org.xiangpei.sourcing.award.web.ComparisonView.Line;
import org.xiangpei.sourcing.award.web.ComparisonView.Part;
import org.xiangpei.sourcing.award.web.ComparisonView.Selection;
import org.xiangpei.sourcing.award.web.ComparisonView.Supplier;
import org.xiangpei.sourcing.quotation.Quotation;
import org.xiangpei.sourcing.web.Heading;

/** Puts the comparison together. */
@ApplicationScoped
class ComparisonViews {

    private final Comparisons comparisons;
    private final CatalogueVerdicts catalogue;
    private final Renewals renewals;
    private final Inquiries inquiries;
    private final OfferViews offers;
    private final ClauseWords words;
    private final Clock clock;

    ComparisonViews(
            Comparisons comparisons,
            CatalogueVerdicts catalogue,
            Renewals renewals,
            Inquiries inquiries,
            OfferViews offers,
            ClauseWords words,
            Clock clock) {
        this.comparisons = comparisons;
        this.catalogue = catalogue;
        this.renewals = renewals;
        this.inquiries = inquiries;
        this.offers = offers;
        this.words = words;
        this.clock = clock;
    }

    @Transactional
    ComparisonView of(Actor actor, String code, ComparisonChoices choices, String done, @Nullable RuleViolation wrong) {
        Comparison comparison = comparisons.of(actor, code);
        Inquiry inquiry = comparison.inquiry();
        boolean open = isOpen(inquiry);
        Map<Integer, Long> best = WhatIf.best(comparison.lines(), today());
        WhatIf selected = WhatIf.of(comparison.lines(), choices.picked() ? choices.picks() : best);
        return new ComparisonView(
                Heading.of(inquiry, clock.instant()),
                !open,
                inquiry.state() == InquiryState.OPENED,
                criteria(inquiry.terms().weights()),
                comparison.quotations().stream()
                        .map(it -> supplier(comparison, it, choices))
                        .toList(),
                options(ComparisonColumn.values(), choices.columns()::contains),
                options(OfferOrder.values(), choices.order()::equals),
                open ? lines(comparison, choices, selected) : List.of(),
                comparison.quotations().isEmpty() ? null : selection(selected, WhatIf.of(comparison.lines(), best)),
                done.equals("asked") ? "已经请供应商确认，答复后这里会更新有效期" : null,
                wrong == null ? null : wrong.detail());
    }

    static boolean isOpen(Inquiry inquiry) {
        return inquiry.openedAt().isPresent();
    }

    /** As {@code 价格 70、交货期 20、期望条款 10}. */
    static String criteria(Weights weights) {
        var stated = new ArrayList<String>();
        if (weights.price() > 0) {
            stated.add("价格 " + weights.price());
        }
        if (weights.delivery() > 0) {
            stated.add("交货期 " + weights.delivery());
        }
        if (weights.clauses() > 0) {
            stated.add("期望条款 " + weights.clauses());
        }
        return String.join("、", stated);
    }

    private static <E extends Enum<E> & Coded> List<Option> options(E[] all, Predicate<? super E> chosen) {
        return Arrays.stream(all)
                .map(it -> new Option(it.code(), Labels.of(it), chosen.test(it)))
                .toList();
    }

    private Supplier supplier(Comparison comparison, Quotation quotation, ComparisonChoices choices) {
        List<ComparedLine> quoted = comparison.lines().stream()
                .filter(it -> it.find(quotation.id()).isPresent())
                .toList();
        Money landed = quoted.stream()
                .flatMap(it -> it.find(quotation.id()).stream())
                .map(it -> it.cost().landed())
                .reduce(Money.ZERO, Money::plus);
        LocalDate until = quoted.stream()
                .flatMap(it -> it.find(quotation.id()).stream())
                .map(it -> it.offer().validUntil())
                .findFirst()
                .orElse(quotation.validUntil());
        boolean expired = until.isBefore(today());
        List<Renewal> asked = renewals.listOf(quotation.id());
        boolean waits = asked.stream().anyMatch(it -> it.confirmedAt().isEmpty());
        return new Supplier(
                String.valueOf(quotation.id()),
                quotation.supplier(),
                quotation.firm().orElse(null),
                quoted.size() + " / " + comparison.lines().size() + " 行",
                comparison.isWhole(quotation.id()),
                OfferViews.yuan(landed.yuan()),
                until.toString(),
                expired,
                renewal(asked, waits),
                expired && !waits && comparison.inquiry().state() == InquiryState.OPENED,
                quotation.note().orElse(null),
                choices.shows(quotation.id()));
    }

    private @Nullable String renewal(List<Renewal> asked, boolean waits) {
        if (asked.isEmpty()) {
            return null;
        }
        Renewal last = asked.getLast();
        return waits
                ? last.askedAt().map(this::minute).orElse("") + " 已请供应商确认"
                : last.confirmedAt().map(this::minute).orElse("") + " 供应商确认延期";
    }

    private List<Line> lines(Comparison comparison, ComparisonChoices choices, WhatIf selected) {
        Verdicts verdicts = catalogue.of(comparison);
        Vocabulary vocabulary = words.vocabulary();
        Map<Integer, Optional<BigDecimal>> budgets = inquiries
                .lines(comparison.inquiry().code())
                .stream()
                .collect(Collectors.toMap(InquiryLine::number, InquiryLine::budget));
        return comparison.lines().stream()
                .map(line -> line(
                        line,
                        choices,
                        selected,
                        verdicts,
                        vocabulary,
                        budgets.getOrDefault(line.asked().number(), Optional.empty())))
                .toList();
    }

    private Line line(
            ComparedLine line,
            ComparisonChoices choices,
            WhatIf selected,
            Verdicts verdicts,
            Vocabulary vocabulary,
            Optional<BigDecimal> budget) {
        List<String> clauses = ClauseWords.clauses(line.asked(), vocabulary);
        Long picked = selected.picked().get(line.asked().number());
        List<OfferView> shown = line.offers().stream()
                .filter(it -> choices.shows(it.quotation()))
                .sorted(choices.order().comparator())
                .map(it -> offers.of(
                        line,
                        it,
                        clauses,
                        verdicts.of(line.asked(), it.offer()),
                        today(),
                        picked != null && picked == it.quotation()))
                .toList();
        return new Line(
                line.asked().number(),
                line.asked().name(),
                ClauseWords.quantity(line.asked()),
                budget.map(OfferViews::yuan).orElse(null),
                shown,
                !line.offers().isEmpty(),
                picked != null);
    }

    private static Selection selection(WhatIf selected, WhatIf best) {
        BigDecimal more = selected.total().yuan().subtract(selected.lowest().yuan());
        Optional<BigDecimal> share = selected.local().value();
        return new Selection(
                selected.picked().size(),
                selected.unpicked(),
                OfferViews.yuan(selected.total().yuan()),
                more.signum() > 0 ? OfferViews.yuan(more) : null,
                share.map(Figures::percent).orElse(null),
                selected.local()
                        .unknownShare()
                        .filter(it -> it.signum() > 0)
                        .map(Figures::percent)
                        .orElse(null),
                share.flatMap(it -> best.local().value().map(it::subtract))
                        .map(ComparisonViews::shift)
                        .orElse(null),
                selected.bySupplier().entrySet().stream()
                        .map(it -> new Part(
                                it.getKey(),
                                it.getValue().lines(),
                                OfferViews.yuan(it.getValue().landed().yuan())))
                        .toList());
    }

    private static String shift(BigDecimal points) {
        BigDecimal percent = points.movePointRight(2).setScale(1, RoundingMode.HALF_UP);
        return percent.signum() == 0
                ? "与各行最优相同"
                : "比各行最优" + (percent.signum() > 0 ? "高 " : "低 ") + percent.abs().toPlainString() + " 个百分点";
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private String minute(Instant at) {
        return Moments.minute(at, clock.getZone());
    }
}
