package org.xiangpei.shared.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.Coded;
import org.xiangpei.shared.RuleViolation;

/** Reads the parameters of a page's address. What was left empty is empty; what is wrong is {@code bad-request}, saying what would be right. */
public final class Choices {

    private Choices() {}

    /** @throws RuleViolation {@code bad-request} for a code that the enum does not have */
    public static <E extends Enum<E> & Coded> Optional<E> choice(Class<E> type, String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(type.getEnumConstants())
                .filter(it -> it.code().equals(text))
                .findFirst()
                .orElseThrow(() -> wrong(name, text, "以下之一：" + codes(type))));
    }

    /** @throws RuleViolation {@code bad-request} for anything but an ISO date */
    public static Optional<LocalDate> date(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException e) {
            throw wrong(name, text, "年-月-日，例如 2026-11-22");
        }
    }

    /** @throws RuleViolation {@code bad-request} for anything but a number from 1 to {@code most} */
    public static int count(String name, @Nullable String text, int otherwise, int most) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            int count = Integer.parseInt(text.strip());
            if (count >= 1 && count <= most) {
                return count;
            }
        } catch (NumberFormatException e) {
            // Answered below, as a number that is out of range.
        }
        throw wrong(name, text, "1 到 " + most + " 的整数");
    }

    private static RuleViolation wrong(String name, String text, String right) {
        String shown = text.length() <= 40 ? text : text.substring(0, 40) + "…";
        return new RuleViolation("bad-request", "%s=%s 不能识别，应为%s".formatted(name, shown, right));
    }

    private static <E extends Enum<E> & Coded> String codes(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Coded::code).collect(Collectors.joining("、"));
    }
}
