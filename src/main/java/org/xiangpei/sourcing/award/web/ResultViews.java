package org.xiangpei.sourcing.award.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.requirement.Vocabulary;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.sourcing.Inquiry;
import org.xiangpei.sourcing.Respondent;
import org.xiangpei.sourcing.Respondents;
import org.xiangpei.sourcing.award.Debrief;
import org.xiangpei.sourcing.award.Debriefs;
import org.xiangpei.sourcing.award.LineOffer;
import org.xiangpei.sourcing.award.Renewals;
import org.xiangpei.sourcing.award.web.ResultView.Clause;
import org.xiangpei.sourcing.award.web.ResultView.Line;
import org.xiangpei.sourcing.quotation.Quotation;
import org.xiangpei.sourcing.quotation.Quotations;
import org.xiangpei.sourcing.web.InvitationHeading;

/** Puts together what a supplier learns, and nothing else. */
@ApplicationScoped
class ResultViews {

    private final Respondents respondents;
    private final Quotations quotations;
    private final Debriefs debriefs;
    private final Renewals renewals;
    private final ClauseWords words;
    private final Clock clock;

    ResultViews(
            Respondents respondents,
            Quotations quotations,
            Debriefs debriefs,
            Renewals renewals,
            ClauseWords words,
            Clock clock) {
        this.respondents = respondents;
        this.quotations = quotations;
        this.debriefs = debriefs;
        this.renewals = renewals;
        this.words = words;
        this.clock = clock;
    }

    /** @param typed the day that was to be confirmed */
    @Transactional
    ResultView of(Actor actor, String code, String typed, String done, @Nullable RuleViolation refused) {
        Respondent respondent = respondents.of(actor, code);
        Inquiry inquiry = respondents.inquiry(respondent);
        Optional<Quotation> quotation = quotations.ofInvitation(respondent.invitation());
        List<Debrief> lines = quotation.map(it -> debriefs.of(inquiry, it)).orElse(List.of());
        Vocabulary vocabulary = words.vocabulary();
        return new ResultView(
                InvitationHeading.of(inquiry, respondent, clock.instant()),
                state(inquiry, quotation.isPresent()),
                ComparisonViews.criteria(inquiry.terms().weights()),
                lines.stream().map(it -> line(it, vocabulary)).toList(),
                quotation.flatMap(it -> renewal(inquiry, it, typed)).orElse(null),
                done.equals("renewed") ? "已确认延期，采购方会看到新的有效期" : null,
                refused == null ? null : refused.detail());
    }

    private String state(Inquiry inquiry, boolean quoted) {
        return switch (inquiry.phase(clock.instant())) {
            case DRAFT, ASKING -> "询价还在进行。定标以后，这里有逐行的结果。";
            case CLOSED -> "已过截止时间，等采购方开启报价。定标以后，这里有逐行的结果。";
            case OPENED -> quoted ? "报价已经开启，采购方正在比较。定标以后，这里有逐行的结果。" : "贵单位没有在截止以前提交报价。";
            case DECIDED -> quoted ? "已定标。下面是贵单位每一行报价的结果。" : "已定标。贵单位没有在截止以前提交报价。";
            case CANCELLED ->
                "询价已经取消，没有定标。" + inquiry.endedReason().map(it -> "原因：" + it).orElse("");
        };
    }

    private Optional<ResultView.Renewal> renewal(Inquiry inquiry, Quotation quotation, String typed) {
        LocalDate today = LocalDate.now(clock);
        return renewals.open(inquiry, quotation)
                .map(it -> new ResultView.Renewal(
                        it.validUntil().toString(),
                        it.asked(),
                        today.toString(),
                        today.plusDays(Renewals.LONGEST_DAYS).toString(),
                        typed));
    }

    private static Line line(Debrief debrief, Vocabulary vocabulary) {
        List<String> clauses = ClauseWords.clauses(debrief.asked(), vocabulary);
        return new Line(
                debrief.asked().number(),
                debrief.asked().name(),
                ClauseWords.quantity(debrief.asked()),
                outcome(debrief),
                tone(debrief),
                "第 " + debrief.rank() + "，共 " + debrief.of() + " 份报价",
                debrief.betterBy().stream().map(Labels::of).toList(),
                debrief.reason().orElse(null),
                own(debrief.own(), debrief, clauses));
    }

    private static String outcome(Debrief debrief) {
        if (!debrief.anybody()) {
            return "这一行没有从报价中选定供应商";
        }
        if (debrief.won().signum() == 0) {
            return "未成交";
        }
        return debrief.won().compareTo(debrief.asked().quantity()) == 0
                ? "成交"
                : ("部分成交：" + Figures.number(debrief.won()) + " "
                                + Objects.requireNonNullElse(debrief.asked().unit(), ""))
                        .strip();
    }

    private static String tone(Debrief debrief) {
        return debrief.won().signum() > 0 ? "pass" : "unknown";
    }

    private static List<Clause> own(LineOffer offer, Debrief debrief, List<String> clauses) {
        return OfferViews.clauses(debrief.asked(), offer, clauses, Optional.empty()).all().stream()
                .map(it -> new Clause(it.text(), it.reply(), it.tone(), it.said()))
                .toList();
    }
}
