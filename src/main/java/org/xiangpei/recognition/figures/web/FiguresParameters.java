package org.xiangpei.recognition.figures.web;

import java.time.Clock;
import java.time.LocalDate;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.recognition.figures.FiguresQuestion;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Choices;

/** The query string of the figures: of which days, and as known when. */
public class FiguresParameters {

    @RestQuery
    @Nullable
    String from;

    @RestQuery
    @Nullable
    String to;

    @RestQuery
    @Nullable
    String asOf;

    /** @throws RuleViolation {@code bad-request} for a date that cannot be */
    FiguresQuestion toQuestion(Clock clock) {
        return FiguresQuestion.of(
                Choices.date("from", from).orElse(null),
                Choices.date("to", to).orElse(null),
                Choices.date("asOf", asOf).orElse(null),
                LocalDate.now(clock),
                clock.getZone());
    }
}
