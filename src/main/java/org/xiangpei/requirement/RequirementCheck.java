package org.xiangpei.requirement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.shared.FieldError;
import org.xiangpei.shared.RuleViolation;

/** Says what stands in the way of publishing a requirement: what is published must be matchable, and readable for firms. */
@ApplicationScoped
class RequirementCheck {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_NOTE = 2000;
    private static final int LONGEST_WORDS = 10_000;

    private final Vocabularies vocabularies;
    private final Clock clock;

    RequirementCheck(Vocabularies vocabularies, Clock clock) {
        this.vocabularies = vocabularies;
        this.clock = clock;
    }

    /** @throws RuleViolation {@code bad-requirement} for what cannot be kept even in a draft */
    void requireKeepable(Head head) {
        var errors = new ArrayList<FieldError>();
        if (head.title().isEmpty()) {
            errors.add(new FieldError("title", "请写需求名称，例如“三号车间电梯更新”。"));
        }
        tooLong(errors, "title", "需求名称", head.title().length(), LONGEST_TITLE);
        tooLong(errors, "note", "说明", head.note() == null ? 0 : head.note().length(), LONGEST_NOTE);
        if (head.deliverTo() != null && !head.deliverTo().matches("\\d{6}")) {
            errors.add(new FieldError("deliverTo", "交货地点请从列表中选择。"));
        }
        throwIfAny(errors);
    }

    /** @throws RuleViolation {@code bad-requirement} for lines that cannot be kept even in a draft */
    void requireKeepable(List<KeptLine.Content> lines) {
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < lines.size(); i++) {
            KeptLine.Content line = lines.get(i);
            String at = "lines[" + i + "].";
            if (line.quantity() != null && line.quantity().signum() <= 0) {
                errors.add(new FieldError(at + "quantity", "数量应大于 0。"));
            }
            if (line.budget() != null && line.budget().signum() <= 0) {
                errors.add(new FieldError(at + "budget", "预算应大于 0。"));
            }
            tooLong(
                    errors,
                    at + "words",
                    "原文",
                    line.words() == null ? 0 : line.words().length(),
                    LONGEST_WORDS);
            tooLong(errors, at + "name", "名称", line.name().length(), LONGEST_WORDS);
        }
        throwIfAny(errors);
    }

    private static void tooLong(List<FieldError> errors, String field, String label, int length, int most) {
        if (length > most) {
            errors.add(new FieldError(field, label + "过长，最多 " + most + " 个字符，现为 " + length + " 个。"));
        }
    }

    /** Everything in the head that stands in the way. */
    List<FieldError> faults(Requirement of) {
        LocalDate today = LocalDate.now(clock);
        return of.neededBy().filter(today::isAfter).stream()
                .map(day -> new FieldError("neededBy", "需要日期 " + day + " 已经过去，请改为今天或以后。"))
                .toList();
    }

    /** Everything in the lines that stands in the way; a field is named as {@code lines[number].criteria[index].value}. */
    List<FieldError> faults(Requirement of, List<KeptLine> lines) {
        Vocabulary vocabulary = vocabularies.load();
        return lines.stream()
                .filter(it -> it.state().isAsked())
                .flatMap(it -> RequirementReader.faults(StatedLine.of(it.line(of)), vocabulary).stream())
                .toList();
    }

    /** @throws RuleViolation {@code bad-requirement} with everything that stands in the way of publishing, or of changing what is */
    void requirePublishable(Requirement of, List<KeptLine> lines) {
        var errors = new ArrayList<FieldError>(faults(of));
        errors.addAll(faults(of, lines));
        throwIfAny(errors);
    }

    private static void throwIfAny(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            String more = errors.size() > 1 ? "（共 " + errors.size() + " 处）" : "";
            throw new RuleViolation("bad-requirement", errors.getFirst().detail() + more, errors);
        }
    }
}
