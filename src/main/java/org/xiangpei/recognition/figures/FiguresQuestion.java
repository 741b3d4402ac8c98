package org.xiangpei.recognition.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.RuleViolation;

/**
 * Of which days the figures are, and as known at the end of which.
 *
 * @param from first day
 * @param to last day, included
 * @param zone where days begin
 */
public record FiguresQuestion(LocalDate from, LocalDate to, LocalDate asOf, ZoneId zone) {

    /**
     * From the beginning of the year to the as-of day, where it does not say otherwise.
     *
     * @throws RuleViolation {@code bad-request} for a reversed period, or an as-of day to come
     */
    public static FiguresQuestion of(
            @Nullable LocalDate from, @Nullable LocalDate to, @Nullable LocalDate asOf, LocalDate today, ZoneId zone) {
        LocalDate known = asOf == null ? today : asOf;
        if (known.isAfter(today)) {
            throw new RuleViolation("bad-request", "asOf=%s 晚于今天；应为不晚于 %s 的日期".formatted(known, today));
        }
        LocalDate last = to == null ? known : to;
        LocalDate first = from == null ? last.withDayOfYear(1) : from;
        if (first.isAfter(last)) {
            throw new RuleViolation("bad-request", "from=%s 晚于 to=%s；请把两个日期对调".formatted(first, last));
        }
        return new FiguresQuestion(first, last, known, zone);
    }

    Instant begins() {
        return from.atStartOfDay(zone).toInstant();
    }

    Instant ends() {
        return after(to);
    }

    /** The end of the as-of day; today's is not over, so what lasts has lasted until now. */
    Instant knownBefore() {
        return after(asOf);
    }

    private Instant after(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
