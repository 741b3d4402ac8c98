package org.xiangpei.recognition.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.recognition.Answer;
import org.xiangpei.recognition.CaseKind;
import org.xiangpei.recognition.CaseState;
import org.xiangpei.recognition.RecognitionCase;
import org.xiangpei.recognition.Terms;
import org.xiangpei.recognition.WorkingCalendar;
import org.xiangpei.recognition.web.FilingView.Fact;
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

    /** What there is to say of its term: the one that runs, the one that ran out, or the one that begins when the firm sends it again. */
    List<Fact> term(RecognitionCase of) {
        var facts = new ArrayList<Fact>();
        if (of.state().isExamined()) {
            facts.add(new Fact("答复期限", due(of)));
            uncertain(of).ifPresent(it -> facts.add(new Fact("期限说明", it)));
        }
        if (!of.silent().isEmpty()) {
            facts.add(new Fact("期限内没有答复", cities(of.silent()) + former(of)));
        }
        if (of.state() == CaseState.RETURNED) {
            of.formerDueOn().ifPresent(day -> facts.add(new Fact("退回前的期限", day.toString())));
            facts.add(new Fact("重新提交后", "期限重新计算：今天提交的，属地答复到 " + terms.homeDue(today())));
        }
        return facts;
    }

    private static String former(RecognitionCase of) {
        return of.formerDueOn().map(day -> "（期限 " + day + "）").orElse("");
    }

    /** That a term may still move, because the working days of its year are not announced; empty where they are. */
    Optional<String> uncertain(RecognitionCase of) {
        return of.dueOn().flatMap(day -> uncertain(day.getYear()));
    }

    private Optional<String> uncertain(int year) {
        return terms.calendar()
                .basis(year)
                .map(it -> it.announced() ? Optional.<String>empty() : Optional.of(it.source()))
                .orElse(Optional.of("没有这一年的节假日"))
                .map(why -> year + " 年的放假安排国务院办公厅还没有通知（" + why + "），通知后期限可能顺延。");
    }

    /** Where the working days of this year and the next are from. */
    List<String> calendarSources() {
        int year = today().getYear();
        return IntStream.of(year, year + 1)
                .mapToObj(it -> uncertain(it)
                        .orElseGet(() -> it + " 年按"
                                + terms.calendar()
                                        .basis(it)
                                        .map(WorkingCalendar.Basis::source)
                                        .orElse("") + "。"))
                .toList();
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
