package org.xiangpei.sourcing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.xiangpei.requirement.KeptLine;
import org.xiangpei.requirement.Requirement;
import org.xiangpei.requirement.RequirementDiscarded;
import org.xiangpei.requirement.Requirements;
import org.xiangpei.shared.FieldError;
import org.xiangpei.shared.RuleViolation;

/** Takes lines out of a requirement to ask for: only what suppliers can quote for. */
@ApplicationScoped
class ChosenLines {

    static final int MOST = 200;

    private final Requirements requirements;
    private final KeptInquiries inquiries;
    private final EndedLines ends;

    ChosenLines(Requirements requirements, KeptInquiries inquiries, EndedLines ends) {
        this.requirements = requirements;
        this.inquiries = inquiries;
        this.ends = ends;
    }

    /** @throws RuleViolation {@code requirement-state} for one that was withdrawn or closed */
    void requireWritable(Requirement from) {
        if (!from.state().isWritable()) {
            throw new RuleViolation("requirement-state", "需求 " + from.code() + " 已经撤回或结束，不能再据此询价。");
        }
    }

    /** @throws RuleViolation {@code bad-inquiry} for lines that have been bought meanwhile, or are not bought at all */
    void requireOpen(Requirement from, List<Integer> numbers) {
        InquiryCheck.throwIfAny(endedFaults(from, numbers));
    }

    private List<FieldError> endedFaults(Requirement from, List<Integer> numbers) {
        Set<Integer> ended = ends.ended(from.code());
        return numbers.stream()
                .filter(ended::contains)
                .map(it -> fault(it, "已经有采购结果，不能再询价。记错了的，请先在需求的采购结果里撤回。"))
                .toList();
    }

    /**
     * @param numbers of the lines in the requirement
     * @throws RuleViolation {@code requirement-state}, {@code no-lines}, {@code too-many-lines}, {@code bad-inquiry} for what nobody can quote
     */
    List<InquiryLine> read(Requirement from, List<Integer> numbers, String inquiry) {
        requireWritable(from);
        if (numbers.isEmpty()) {
            throw new RuleViolation("no-lines", "请至少选一行来询价。");
        }
        if (numbers.size() > MOST) {
            throw new RuleViolation("too-many-lines", "一次询价最多 " + MOST + " 行，请分成几次。");
        }
        List<KeptLine> chosen = requirements.lines(from.code()).stream()
                .filter(it -> Set.copyOf(numbers).contains(it.number()))
                .toList();
        InquiryCheck.throwIfAny(faults(from, chosen, numbers));
        var asked = new ArrayList<InquiryLine>();
        chosen.forEach(it -> asked.add(new InquiryLine(inquiry, asked.size() + 1, it)));
        return asked;
    }

    private List<FieldError> faults(Requirement from, List<KeptLine> chosen, List<Integer> numbers) {
        var errors = new ArrayList<FieldError>();
        Set<Integer> asked = Set.copyOf(chosen.stream()
                .filter(it -> it.state().isAsked())
                .map(KeptLine::number)
                .toList());
        numbers.stream()
                .filter(it -> !asked.contains(it))
                .map(it -> fault(it, "不在这份需求里，或标为不采购。"))
                .forEach(errors::add);
        chosen.stream()
                .filter(it -> it.content().quantity() == null)
                .map(it -> fault(it.number(), "（" + it.content().name() + "）没有数量，供应商没法报总价。请先在需求里写上。"))
                .forEach(errors::add);
        errors.addAll(endedFaults(from, numbers));
        errors.addAll(requirements.faults(from, chosen));
        return errors;
    }

    private static FieldError fault(int number, String what) {
        return new FieldError("lines[" + number + "]", "第 " + number + " 行" + what);
    }

    /** A draft whose lines are asked for is not deleted. */
    void keep(@Observes RequirementDiscarded going) {
        Optional<Inquiry> asking =
                inquiries.find("requirementCode", going.code()).firstResultOptional();
        asking.ifPresent(it -> {
            throw new RuleViolation(
                    "requirement-used", "询价 " + it.code() + "（" + it.terms().title() + "）用了这份需求，不能删除。草稿询价可以先删除。");
        });
    }
}
