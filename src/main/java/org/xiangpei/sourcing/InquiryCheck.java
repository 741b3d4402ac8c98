package org.xiangpei.sourcing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Coworkers;
import org.xiangpei.identity.Role;
import org.xiangpei.shared.FieldError;
import org.xiangpei.shared.RuleViolation;

/** Says what is wrong with the terms of an inquiry, all at once and field by field. */
@ApplicationScoped
class InquiryCheck {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_VALIDITY = 365;

    /** A deadline further off is a slip of the pen in the year. */
    private static final Duration FURTHEST = Duration.ofDays(366);

    private final Coworkers coworkers;
    private final Clock clock;

    InquiryCheck(Coworkers coworkers, Clock clock) {
        this.coworkers = coworkers;
        this.clock = clock;
    }

    /**
     * How many officers of the organisation could open quotations or approve an award, who acts counted.
     *
     * @param actor one of them
     */
    int officers(Actor actor) {
        return (int) Stream.concat(
                        Stream.of(actor.login()),
                        coworkers.of(actor, Role.BUYER).stream().map(Coworkers.Coworker::login))
                .distinct()
                .count();
    }

    /** @throws RuleViolation {@code bad-inquiry} with everything that is wrong */
    void require(Terms terms, Actor actor) {
        var errors = new ArrayList<FieldError>();
        texts(terms, errors);
        times(terms, errors);
        criteria(terms, errors);
        people(terms, officers(actor), errors);
        throwIfAny(errors);
    }

    /** @throws RuleViolation {@code bad-inquiry} for a deadline that cannot be meant */
    void requireTimely(Terms terms) {
        var errors = new ArrayList<FieldError>();
        deadline(terms, errors);
        throwIfAny(errors);
    }

    private static void texts(Terms terms, List<FieldError> errors) {
        if (terms.title().isEmpty()) {
            errors.add(new FieldError("title", "请写询价名称，例如“三号车间电梯更新”。"));
        }
        tooLong(errors, "title", "询价名称", terms.title(), LONGEST_TITLE);
        tooLong(errors, "text", "补充说明", Optional.ofNullable(terms.text()).orElse(""), LONGEST_TEXT);
        if (terms.deliverTo() != null && !terms.deliverTo().matches("\\d{6}")) {
            errors.add(new FieldError("deliverTo", "交货地点请从列表中选择。"));
        }
    }

    private static void tooLong(List<FieldError> errors, String field, String label, String text, int most) {
        if (text.length() > most) {
            errors.add(new FieldError(field, label + "过长，最多 " + most + " 个字符，现为 " + text.length() + " 个。"));
        }
    }

    private void times(Terms terms, List<FieldError> errors) {
        deadline(terms, errors);
        if (!terms.questionsUntil().isAfter(clock.instant())) {
            errors.add(new FieldError("questionsUntil", "提问截止时间已经过去，请填现在以后的时间。"));
        }
        if (terms.questionsUntil().isAfter(terms.deadline())) {
            errors.add(new FieldError("questionsUntil", "提问应在报价截止以前结束，给您留出答复的时间。"));
        }
    }

    private void deadline(Terms terms, List<FieldError> errors) {
        Instant now = clock.instant();
        if (!terms.deadline().isAfter(now)) {
            errors.add(new FieldError("deadline", "截止时间已经过去，请填现在以后的时间。"));
        }
        if (terms.deadline().isAfter(now.plus(FURTHEST))) {
            errors.add(new FieldError("deadline", "截止时间在一年以后，请检查年份。"));
        }
        if (terms.neededBy() != null
                && terms.neededBy().isBefore(LocalDate.ofInstant(terms.deadline(), clock.getZone()))) {
            errors.add(new FieldError("neededBy", "需要日期早于报价截止，请改晚，或提前截止。"));
        }
    }

    private static void criteria(Terms terms, List<FieldError> errors) {
        if (!terms.weights().isWhole()) {
            errors.add(new FieldError("weights", "价格、交货期、期望条款的权重都不能为负，合计应为 100。"));
        }
        if (terms.validDays() < 1 || terms.validDays() > LONGEST_VALIDITY) {
            errors.add(new FieldError("validDays", "报价有效天数应为 1 到 " + LONGEST_VALIDITY + "。"));
        }
    }

    private static void people(Terms terms, int officers, List<FieldError> errors) {
        if (terms.openers() < 1 || terms.openers() > Terms.MOST_OPENERS) {
            errors.add(new FieldError("openers", "开启人数应为 1 到 " + Terms.MOST_OPENERS + "。"));
        } else if (terms.openers() > officers) {
            errors.add(new FieldError(
                    "openers",
                    "开启需要 %d 名采购人员，本单位现有 %d 名，到时会无法开启。请先请管理员加入采购人员，或减少开启人数。".formatted(terms.openers(), officers)));
        }
        if (terms.secondApproval() && officers < 2) {
            errors.add(new FieldError("secondApproval", "定标复核需要另一名采购人员，本单位只有您一名。请先请管理员加入采购人员，或不要复核。"));
        }
    }

    /** @throws RuleViolation {@code bad-inquiry} where there is something wrong */
    static void throwIfAny(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            String more = errors.size() > 1 ? "（共 " + errors.size() + " 处）" : "";
            throw new RuleViolation("bad-inquiry", errors.getFirst().detail() + more, errors);
        }
    }
}
