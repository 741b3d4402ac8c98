package org.xiangpei.sourcing.award.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.requirement.KeptLine;
import org.xiangpei.requirement.Requirement;
import org.xiangpei.requirement.RequirementState;
import org.xiangpei.requirement.Requirements;
import org.xiangpei.requirement.web.Heading;
import org.xiangpei.requirement.web.RequirementWords;
import org.xiangpei.shared.FieldError;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Moments;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.sourcing.award.LineOutcome;
import org.xiangpei.sourcing.award.Outcomes;
import org.xiangpei.sourcing.award.Outcomes.Won;
import org.xiangpei.sourcing.award.web.OutcomesView.End;
import org.xiangpei.sourcing.award.web.OutcomesView.Form;
import org.xiangpei.sourcing.award.web.OutcomesView.Row;

/** Puts together what became of a requirement. */
@ApplicationScoped
class OutcomeViews {

    private final Requirements requirements;
    private final Outcomes outcomes;
    private final OfferViews offers;
    private final Clock clock;

    OutcomeViews(Requirements requirements, Outcomes outcomes, OfferViews offers, Clock clock) {
        this.requirements = requirements;
        this.outcomes = outcomes;
        this.offers = offers;
        this.clock = clock;
    }

    /** What somebody was recording when this page is shown. */
    record Doing(
            int line,
            ElsewhereForm elsewhere,
            String notBought,
            @Nullable RuleViolation refused,
            String done) {

        static Doing done(String what) {
            return new Doing(0, ElsewhereForm.EMPTY, "", null, what);
        }
    }

    @Transactional
    OutcomesView of(Actor actor, String code, Doing doing) {
        Requirement of = requirements.own(actor, code);
        boolean recordable = of.state() == RequirementState.PUBLISHED || of.state() == RequirementState.CLOSED;
        Map<Integer, List<Won>> won = outcomes.won(code);
        Map<Integer, List<LineOutcome>> others = outcomes.others(code);
        Map<Integer, String> running = outcomes.running(code);
        List<Row> rows = requirements.lines(code).stream()
                .filter(it -> it.state().isAsked())
                .map(it -> row(
                        it,
                        won.getOrDefault(it.number(), List.of()),
                        others.getOrDefault(it.number(), List.of()),
                        running.get(it.number()),
                        recordable,
                        doing))
                .toList();
        int ended = (int) rows.stream().filter(OutcomeViews::isEnded).count();
        return new OutcomesView(
                Heading.of(of),
                recordable,
                of.state().isOpen() && ended == rows.size() && ended > 0,
                ended,
                rows.size(),
                LocalDate.now(clock).toString(),
                rows,
                done(doing.done()),
                doing.refused() == null ? null : doing.refused().detail());
    }

    private static boolean isEnded(Row row) {
        return row.ends().stream().anyMatch(it -> !it.withdrawn());
    }

    private static @Nullable String done(String what) {
        return switch (what) {
            case "recorded" -> "已记录";
            case "withdrawn" -> "已撤回这条记录";
            default -> null;
        };
    }

    private Row row(
            KeptLine line,
            List<Won> won,
            List<LineOutcome> others,
            @Nullable String asked,
            boolean recordable,
            Doing doing) {
        var ends = new ArrayList<End>();
        won.forEach(it -> ends.add(end(it)));
        others.forEach(it -> ends.add(end(it)));
        boolean open = ends.stream().allMatch(End::withdrawn);
        return new Row(
                line.number(),
                line.content().name(),
                RequirementWords.quantity(line.content()),
                ends,
                open ? asked : null,
                recordable && open && asked == null ? form(line.number(), doing) : null);
    }

    private End end(Won won) {
        return new End(
                "成交",
                "pass",
                won.supplier() + "，" + Figures.number(won.award().quantity()) + "，"
                        + OfferViews.yuan(won.award().amount().yuan()) + " 元",
                minute(won.award().decidedAt()),
                won.award().purchase(),
                won.award().inquiry(),
                null,
                false);
    }

    private End end(LineOutcome it) {
        String detail = it.supplier()
                        .map(supplier -> supplier + "，生产地 "
                                + offers.place(it.productionRegion().orElse(null)) + "，原因："
                                + it.why().map(Labels::of).orElse("")
                                + it.amount()
                                        .map(amount -> "，" + OfferViews.yuan(amount) + " 元")
                                        .orElse("") + "，")
                        .orElse("")
                + it.note().orElse("");
        String undone = it.withdrawnReason()
                .map(reason -> "；" + it.withdrawnBy().orElse("") + "撤回：" + reason)
                .orElse("");
        return new End(
                Labels.of(it.kind()),
                it.isWithdrawn() ? "" : "unknown",
                detail.replaceFirst("，$", "") + undone,
                minute(it.recordedAt()) + " " + it.recordedBy(),
                it.purchase().orElse(null),
                it.of().inquiry(),
                it.of().inquiry() == null && !it.isWithdrawn() ? String.valueOf(it.id()) : null,
                it.isWithdrawn());
    }

    private static Form form(int line, Doing doing) {
        boolean typed = doing.line() == line;
        RuleViolation refused = doing.refused();
        ElsewhereForm elsewhere = typed ? doing.elsewhere() : ElsewhereForm.EMPTY;
        return new Form(
                elsewhere,
                AwardViews.whys(elsewhere.why()),
                typed ? doing.notBought() : "",
                typed && refused != null
                        ? refused.errors().stream()
                                .filter(FieldError.class::isInstance)
                                .map(it -> ((FieldError) it).detail())
                                .toList()
                        : List.of(),
                typed);
    }

    private String minute(Instant at) {
        return Moments.minute(at, clock.getZone());
    }
}
