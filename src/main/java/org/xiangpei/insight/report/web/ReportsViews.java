package org.xiangpei.insight.report.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.insight.report.BureauReport;
import org.xiangpei.insight.report.BureauReports;
import org.xiangpei.insight.report.ReportSchedule;
import org.xiangpei.insight.report.ReportSchedules;
import org.xiangpei.insight.report.web.ReportsView.Row;
import org.xiangpei.insight.report.web.ReportsView.Schedule;
import org.xiangpei.recognition.JointSession;
import org.xiangpei.recognition.JointSessions;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Moments;
import org.xiangpei.shared.web.Option;

/** Puts the list of reports and its forms together. */
@ApplicationScoped
class ReportsViews {

    private static final int SHORT_HASH = 12;

    private final BureauReports reports;
    private final ReportSchedules schedules;
    private final JointSessions sessions;
    private final Clock clock;

    ReportsViews(BureauReports reports, ReportSchedules schedules, JointSessions sessions, Clock clock) {
        this.reports = reports;
        this.schedules = schedules;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** What was typed before it was refused; empty texts for what is usual. */
    record Typed(String place, String month, String session, String asOf) {
        static final Typed NOTHING = new Typed("", "", "", "");
    }

    @Transactional
    ReportsView of(Actor actor, Typed typed, @Nullable String refused) {
        LocalDate today = LocalDate.now(clock);
        return new ReportsView(
                refused,
                reports.list().stream().map(this::row).toList(),
                places(actor, typed.place()),
                typed.month().isEmpty() ? YearMonth.from(today).minusMonths(1).toString() : typed.month(),
                typed.asOf().isEmpty() ? today.minusDays(1).toString() : typed.asOf(),
                today.toString(),
                sessions.list().stream().map(it -> session(it, typed.session())).toList(),
                actor.city().map(City::label).orElse(""),
                schedules.of(actor).map(this::schedule).orElse(null));
    }

    private Row row(BureauReport it) {
        BureauReport.Stamp stamp = it.stamp();
        return new Row(
                it.code(),
                Labels.of(it.question().kind()),
                it.title(),
                it.question().asOf().toString(),
                (stamp.scheduled() ? "自动" : stamp.name()) + "，" + Moments.minute(stamp.at(), clock.getZone()),
                it.hash().substring(0, SHORT_HASH));
    }

    private static List<Option> places(Actor actor, String chosen) {
        var places = new ArrayList<Option>();
        places.add(new Option("", "长株潭", chosen.isEmpty()));
        actor.city()
                .ifPresent(it ->
                        places.add(new Option(it.code(), it.label(), it.code().equals(chosen))));
        return places;
    }

    private static Option session(JointSession it, String chosen) {
        String number = String.valueOf(it.number());
        return new Option(
                number, "第 " + number + " 批（" + it.heldOn() + "，" + it.host().label() + "）", number.equals(chosen));
    }

    private Schedule schedule(ReportSchedule it) {
        return new Schedule(
                String.valueOf(it.dayOfMonth()),
                it.isOfRegion(),
                it.isOfCity(),
                it.nextOn().toString(),
                it.setByName() + "，" + Moments.minute(it.setAt(), clock.getZone()));
    }
}
