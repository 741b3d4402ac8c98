package org.xiangpei.recognition.figures.web;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.recognition.CaseKind;
import org.xiangpei.recognition.CaseState;
import org.xiangpei.recognition.VerdictReason;
import org.xiangpei.recognition.figures.Selection;
import org.xiangpei.shared.City;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Choices;

/** The query string of the rows behind a figure. */
public class SelectionParameters {

    @RestQuery
    @Nullable
    String what;

    @RestQuery
    @Nullable
    String state;

    @RestQuery
    @Nullable
    String city;

    @RestQuery
    @Nullable
    String kind;

    @RestQuery
    @Nullable
    String first;

    @RestQuery
    @Nullable
    String reason;

    @RestQuery
    @Nullable
    String month;

    /** @throws RuleViolation {@code bad-request} for what is not known */
    Selection toSelection() {
        return new Selection(
                Choices.choice(Selection.What.class, "what", what).orElse(Selection.What.REACHED),
                Choices.choice(CaseState.class, "state", state).orElse(null),
                city == null ? null : City.of(city).orElse(null),
                Choices.choice(CaseKind.class, "kind", kind).orElse(null),
                first == null ? null : Boolean.valueOf(first),
                Choices.choice(VerdictReason.class, "reason", reason).orElse(null),
                month(month));
    }

    private static @Nullable YearMonth month(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw new RuleViolation("bad-request", "month=%s 不能识别，应为 年-月，例如 2026-06".formatted(text));
        }
    }
}
