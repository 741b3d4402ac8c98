package org.xiangpei.requirement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.FieldError;
import org.xiangpei.shared.RuleViolation;

/**
 * Reads what somebody types into the forms of a requirement. What can be kept is kept: whether a clause makes sense is asked when the
 * requirement is published.
 */
public final class LineReading {

    private final List<FieldError> errors = new ArrayList<>();

    private LineReading() {}

    /** What a form says of the head, all text. */
    public record StatedHead(String title, String note, String deliverTo, String neededBy, String budget) {}

    /** @throws RuleViolation {@code bad-requirement} with a {@link FieldError} by the name of the field for each that cannot be read */
    public static Head head(StatedHead stated) {
        var reading = new LineReading();
        var head = new Head(
                stated.title(),
                stated.note(),
                stated.deliverTo(),
                reading.orNull("neededBy", stated.neededBy(), LineReading::date),
                reading.orNull("budget", stated.budget(), LineReading::amount));
        reading.throwIfAny();
        return head;
    }

    /**
     * @param budget CNY of the whole line
     * @param words as the buyer wrote it
     * @param criteria read before
     * @throws RuleViolation as {@link #head}
     */
    public static KeptLine.Content content(
            StatedLine stated, String budget, @Nullable String words, List<Criterion> criteria) {
        var reading = new LineReading();
        var content = new KeptLine.Content(
                Given.orEmpty(stated.name()),
                stated.description(),
                stated.category(),
                reading.orNull("quantity", stated.quantity(), LineReading::quantity),
                stated.unit(),
                reading.orNull("budget", budget, LineReading::amount),
                words,
                criteria);
        reading.throwIfAny();
        return content;
    }

    /** The criterion as it is kept; empty for an operator that there is not. */
    public static Optional<Criterion> criterion(StatedCriterion stated) {
        return Arrays.stream(Operator.values())
                .filter(it -> it.code().equals(stated.operator()))
                .findFirst()
                .map(operator -> new Criterion(
                        stated.property(),
                        operator,
                        stated.value(),
                        stated.valueMax(),
                        stated.values(),
                        stated.unit(),
                        stated.mandatory(),
                        weight(stated.weight())));
    }

    private static int weight(@Nullable String given) {
        return given != null && given.matches("[1-5]") ? Integer.parseInt(given) : Criterion.LEAST_WEIGHT;
    }

    private static LocalDate date(String given) {
        return Days.parse(given).orElseThrow(() -> new Unreadable("", "日期应写成 2026-11-22 这样。"));
    }

    private static BigDecimal quantity(String given) {
        return positive(number(given, "数量“%s”不是数字，请写成 40 这样，单位另填。"), "数量应大于 0。");
    }

    private static BigDecimal amount(String given) {
        BigDecimal yuan = number(given, "预算“%s”不是数字，请写成 600000 这样，单位是元。");
        if (yuan.precision() - yuan.scale() > 13) {
            throw new Unreadable("", "预算的数值过大，单位是元。");
        }
        return positive(yuan, "预算应大于 0，单位是元。");
    }

    private static BigDecimal number(String given, String otherwise) {
        try {
            return Given.number("", given);
        } catch (Unreadable noNumber) {
            throw new Unreadable("", otherwise.formatted(Given.abbreviated(given)));
        }
    }

    private static BigDecimal positive(BigDecimal number, String otherwise) {
        if (number.signum() <= 0) {
            throw new Unreadable("", otherwise);
        }
        return number;
    }

    private <T> @Nullable T orNull(String field, @Nullable String given, Function<String, T> rule) {
        String clean = Given.orNull(given);
        if (clean == null) {
            return null;
        }
        try {
            return rule.apply(clean);
        } catch (Unreadable wrong) {
            errors.add(new FieldError(field, wrong.detail()));
            return null;
        }
    }

    private void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new RuleViolation("bad-requirement", errors.getFirst().detail(), errors);
        }
    }
}
