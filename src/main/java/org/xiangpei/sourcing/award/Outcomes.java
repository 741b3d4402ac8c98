package org.xiangpei.sourcing.award;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.ledger.Channel;
import org.xiangpei.ledger.PurchaseLedger;
import org.xiangpei.ledger.PurchaseRecord;
import org.xiangpei.requirement.KeptLine;
import org.xiangpei.requirement.Requirement;
import org.xiangpei.requirement.RequirementState;
import org.xiangpei.requirement.Requirements;
import org.xiangpei.shared.FieldError;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.sourcing.EndedLines;
import org.xiangpei.sourcing.InquiryState;
import org.xiangpei.sourcing.award.LedgerEntries.Bought;
import org.xiangpei.sourcing.award.Plan.Elsewhere;

/** What became of the lines of requirements, by inquiries and without: so that demand has an end, and gaps become facts. */
@ApplicationScoped
public class Outcomes implements EndedLines {

    private final Requirements requirements;
    private final PurchaseLedger ledger;
    private final LedgerEntries entries;
    private final LineOutcomes outcomes;
    private final AwardTrail trail;
    private final EntityManager entities;
    private final Clock clock;

    Outcomes(
            Requirements requirements,
            PurchaseLedger ledger,
            LedgerEntries entries,
            LineOutcomes outcomes,
            AwardTrail trail,
            EntityManager entities,
            Clock clock) {
        this.requirements = requirements;
        this.ledger = ledger;
        this.entries = entries;
        this.outcomes = outcomes;
        this.trail = trail;
        this.entities = entities;
        this.clock = clock;
    }

    /** An award with the line of the requirement that it is of, and who got it. */
    public record Won(int line, Award award, String supplier) {}

    /** The awards for lines of a requirement, by the lines. */
    @Transactional
    public Map<Integer, List<Won>> won(String requirement) {
        return entities.createQuery("""
                        select new org.xiangpei.sourcing.award.Outcomes$Won(line.requirementLine, award, quotation.supplier)
                        from Award award
                        join InquiryLine line on line.inquiry = award.inquiry and line.number = award.line
                        join Quotation quotation on quotation.id = award.quotation
                        where line.requirement = :requirement
                        order by award.decidedAt, award.id""", Won.class)
                .setParameter("requirement", requirement)
                .getResultStream()
                .collect(Collectors.groupingBy(Won::line));
    }

    /** The other ends of lines of a requirement, by the lines, the newest first; those that were withdrawn too. */
    @Transactional
    public Map<Integer, List<LineOutcome>> others(String requirement) {
        return outcomes.ofRequirement(requirement).stream()
                .collect(Collectors.groupingBy(it -> it.of().requirementLine()));
    }

    @Override
    @Transactional
    public Set<Integer> ended(String requirement) {
        Stream<Integer> others = outcomes.ofRequirement(requirement).stream()
                .filter(it -> !it.isWithdrawn())
                .map(it -> it.of().requirementLine());
        return Stream.concat(won(requirement).keySet().stream(), others).collect(Collectors.toSet());
    }

    /** Which inquiries run for lines of a requirement, by the lines: published, and neither decided nor cancelled. */
    @Transactional
    public Map<Integer, String> running(String requirement) {
        return entities.createQuery("""
                        select line.requirementLine, inquiry.code from InquiryLine line
                        join Inquiry inquiry on inquiry.code = line.inquiry
                        where line.requirement = :requirement and inquiry.state in (:running)
                        order by inquiry.code""", Object[].class)
                .setParameter("requirement", requirement)
                .setParameter("running", List.of(InquiryState.OPEN, InquiryState.OPENED))
                .getResultStream()
                .collect(Collectors.toMap(row -> (Integer) row[0], row -> (String) row[1], (first, next) -> first));
    }

    /**
     * Records that a line was bought elsewhere without an inquiry; with an amount it is a purchase of the ledger too.
     *
     * @throws RuleViolation {@code bad-outcome} with what is wrong; {@code outcome-there} when the line has its end; {@code line-asked} while an
     *     inquiry runs for it, whose decision gives it its end; {@code requirement-state} unless it is published or closed
     * @throws NotFound when there is no such line in a requirement of the actor's organisation
     */
    @Transactional
    public void elsewhere(Actor actor, String requirement, int number, Elsewhere bought) {
        KeptLine line = openLine(actor, requirement, number);
        List<FieldError> faults = PlanCheck.faults(bought, LocalDate.now(clock));
        if (!faults.isEmpty()) {
            throw new RuleViolation("bad-outcome", "没有保存，请改好标出的地方。", faults);
        }
        LineOutcome.Of of = of(actor, line);
        keep(
                LineOutcome.elsewhere(
                        of, bought, line.content().quantity(), purchase(actor, line, bought), actor, clock.instant()),
                line);
    }

    /** Records that a line is not bought at all; refuses as {@link #elsewhere}. */
    @Transactional
    public void notBought(Actor actor, String requirement, int number, @Nullable String why) {
        KeptLine line = openLine(actor, requirement, number);
        if (why == null || why.isBlank() || why.length() > PlanCheck.LONGEST_REASON) {
            String detail = "请写明不采购的原因，最多 " + PlanCheck.LONGEST_REASON + " 字";
            throw new RuleViolation("bad-outcome", "没有保存，请改好标出的地方。", List.of(new FieldError("notBought", detail)));
        }
        keep(
                LineOutcome.notBought(
                        of(actor, line), why.strip(), line.content().quantity(), actor, clock.instant()),
                line);
    }

    private void keep(LineOutcome outcome, KeptLine line) {
        outcomes.persistAndFlush(outcome);
        trail.ended(outcome, line.content().name());
    }

    private KeptLine openLine(Actor actor, String requirement, int number) {
        Requirement of = requirements.ownToChange(actor, requirement);
        if (of.state() != RequirementState.PUBLISHED && of.state() != RequirementState.CLOSED) {
            throw new RuleViolation("requirement-state", "只有已发布或已结束的需求可以记录采购结果。");
        }
        KeptLine line = line(requirement, number);
        if (ended(requirement).contains(number)) {
            throw new RuleViolation("outcome-there", "第 " + number + " 行已经有结果了，请看现在的内容。");
        }
        String asking = running(requirement).get(number);
        if (asking != null) {
            throw new RuleViolation(
                    "line-asked", "第 " + number + " 行正在询价 " + asking + "，供应商在等结果，没有记录。定标时可以写另行采购或不采购；不再询价的，请先取消询价。");
        }
        return line;
    }

    private KeptLine line(String requirement, int number) {
        return requirements.lines(requirement).stream()
                .filter(it -> it.number() == number && it.state().isAsked())
                .findFirst()
                .orElseThrow(() -> new NotFound("第 " + number + " 行"));
    }

    private @Nullable String purchase(Actor actor, KeptLine line, Elsewhere from) {
        BigDecimal amount = from.amount();
        if (amount == null) {
            return null;
        }
        String number = line.requirement() + "-" + line.number();
        var bought =
                new Bought(actor, asked(line), quantity(line), from.boughtOn(), number, "需求 " + line.requirement());
        return ledger.append(actor, Channel.HAND, List.of(entries.elsewhere(bought, from, amount)))
                .getFirst();
    }

    private static BigDecimal quantity(KeptLine line) {
        return Objects.requireNonNullElse(line.content().quantity(), BigDecimal.ZERO);
    }

    private static Asked asked(KeptLine line) {
        KeptLine.Content content = line.content();
        return new Asked(
                line.number(), content.name(), content.category(), quantity(line), content.unit(), content.criteria());
    }

    private static LineOutcome.Of of(Actor actor, KeptLine line) {
        return new LineOutcome.Of(String.valueOf(actor.organization()), line.requirement(), line.number(), null, null);
    }

    /**
     * Takes back what was recorded by mistake, and the purchase with it unless somebody has withdrawn that already.
     *
     * @throws RuleViolation {@code outcome-fixed} for an end that a decision gave, and one that was withdrawn; {@code missing-reason}
     * @throws NotFound when the actor's organisation has none
     */
    @Transactional
    public void withdraw(Actor actor, String requirement, long id, @Nullable String reason) {
        requirements.ownToChange(actor, requirement);
        LineOutcome outcome = outcomes.find(requirement, id).orElseThrow(() -> new NotFound("这条结果"));
        outcome.withdraw(actor, reason, clock.instant());
        outcome.purchase().ifPresent(code -> withdrawPurchase(actor, code, String.valueOf(reason)));
        trail.withdrew(
                outcome,
                line(requirement, outcome.of().requirementLine()).content().name());
    }

    private void withdrawPurchase(Actor actor, String code, String reason) {
        PurchaseRecord last = ledger.history(actor, code).getLast();
        if (!last.cancels()) {
            ledger.withdraw(actor, code, last.code(), reason);
        }
    }
}
