package org.xiangpei.recognition.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.recognition.Answer;
import org.xiangpei.recognition.CaseKind;
import org.xiangpei.recognition.CaseState;
import org.xiangpei.recognition.RecognitionCase;
import org.xiangpei.recognition.Terms;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Moments;

import static java.util.stream.Collectors.joining;

/** How cases are spoken of on their pages. */
@ApplicationScoped
class Words {

    private final Terms terms;
    private final Clock clock;

    Words(Terms terms, Clock clock) {
        this.terms = terms;
        this.clock = clock;
    }

    String time(Instant at) {
        return Moments.minute(at, clock.getZone());
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The last day, with what is left of it; empty where nobody is awaited. */
    String due(RecognitionCase of) {
        return of.dueOn().map(day -> day + "（" + left(day) + "）").orElse("");
    }

    private String left(LocalDate day) {
        LocalDate today = today();
        if (day.isBefore(today)) {
            return "已过期，转联席会议";
        }
        int days = terms.calendar().between(today, day);
        return days == 0 ? "今天为止" : "还有 " + days + " 个工作日";
    }

    /** Whether the reminder is out. */
    boolean isUrgent(RecognitionCase of) {
        return of.dueOn()
                .filter(day -> terms.calendar().between(today(), day) <= terms.reminder())
                .isPresent();
    }

    static String cities(Collection<City> cities) {
        return cities.stream().sorted().map(City::label).collect(joining("、"));
    }

    static String bureau(City city) {
        return city.label() + "市工信局";
    }

    static String round(RecognitionCase of) {
        return of.round() <= 1 ? "" : "第 " + of.round() + " 轮";
    }

    /** Empty for what is filed from the beginning. */
    static String kind(RecognitionCase of) {
        return of.kind() == CaseKind.NEW ? "" : Labels.of(of.kind());
    }

    /** What a filing is read beside. */
    static String comparedWith(RecognitionCase of) {
        return of.filedBefore().isPresent() ? "上一轮" : "互认时";
    }

    static String tone(CaseState state) {
        return switch (state) {
            case DRAFT, WITHDRAWN -> "";
            case REFUSED -> "fail";
            case FILED, CIRCULATED -> "documented";
            case RETURNED, ESCALATED -> "sample";
            case READY, RECOGNISED -> "pass";
        };
    }

    static String tone(Answer answer) {
        return switch (answer) {
            case ACCEPT -> "pass";
            case RETURN -> "sample";
            case OBJECT -> "fail";
        };
    }
}
