package org.xiangpei.sourcing.followup.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;

import org.xiangpei.shared.Coded;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.sourcing.followup.Aspect;
import org.xiangpei.sourcing.followup.Extent;
import org.xiangpei.sourcing.followup.Quality;
import org.xiangpei.sourcing.followup.Said;
import org.xiangpei.sourcing.followup.Said.Acceptance;
import org.xiangpei.sourcing.followup.Said.Delivery;
import org.xiangpei.sourcing.followup.Said.Rating;
import org.xiangpei.sourcing.followup.Said.Score;
import org.xiangpei.sourcing.followup.StatementKind;

/** Reads statements out of forms. What is wrong is {@code bad-follow-up}. */
final class FollowUpForm {

    private static final String ONE_DIGIT = "[0-9]";

    private FollowUpForm() {}

    static Said read(StatementKind kind, Typed typed) {
        return switch (kind) {
            case DELIVERY -> delivery(typed);
            case ACCEPTANCE -> acceptance(typed);
            case RATING -> rating(typed);
        };
    }

    static Delivery delivery(Typed typed) {
        return new Delivery(day(typed), choice(Extent.class, typed.get("extent"), "请选择到货情况。"), typed.get("note"));
    }

    static Acceptance acceptance(Typed typed) {
        return new Acceptance(day(typed), choice(Quality.class, typed.get("quality"), "请选择验收结果。"), typed.get("note"));
    }

    private static Rating rating(Typed typed) {
        return new Rating(Arrays.stream(Aspect.values())
                .map(it ->
                        new Score(it, points(it, typed.get("points-" + it.code())), typed.get("reason-" + it.code())))
                .toList());
    }

    private static int points(Aspect of, String typed) {
        if (!typed.matches(ONE_DIGIT)) {
            throw new RuleViolation(Said.PROBLEM, "请给“" + Labels.of(of) + "”打分，1 到 5 分。");
        }
        return Integer.parseInt(typed);
    }

    private static LocalDate day(Typed typed) {
        try {
            return LocalDate.parse(typed.get("on"));
        } catch (DateTimeParseException e) {
            throw new RuleViolation(Said.PROBLEM, "请填日期，例如 2026-11-22。");
        }
    }

    private static <E extends Enum<E> & Coded> E choice(Class<E> type, String typed, String missing) {
        return Arrays.stream(type.getEnumConstants())
                .filter(it -> it.code().equals(typed))
                .findFirst()
                .orElseThrow(() -> new RuleViolation(Said.PROBLEM, missing));
    }

    /** The marked awards. */
    static List<Long> awards(Typed typed) {
        return typed.all("award").stream()
                .filter(it -> it.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .toList();
    }
}
