package org.xiangpei.insight.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Audience;
import org.xiangpei.identity.Notice;
import org.xiangpei.identity.NoticeKind;
import org.xiangpei.identity.Notices;
import org.xiangpei.shared.AuditTrail;
import org.xiangpei.shared.AuditTrail.Change;
import org.xiangpei.shared.AuditTrail.Subject;
import org.xiangpei.shared.City;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;

/**
 * Reports by schedule. That a month is done, its reports and their notices are one transaction under the lock of the schedule's row: of two
 * instances one makes them, and one that was killed half-way has made none.
 */
@ApplicationScoped
public class ReportSchedules {

    private final BureauReports reports;
    private final Notices notices;
    private final EntityManager entities;
    private final AuditTrail trail;
    private final Clock clock;

    ReportSchedules(BureauReports reports, Notices notices, EntityManager entities, AuditTrail trail, Clock clock) {
        this.reports = reports;
        this.notices = notices;
        this.entities = entities;
        this.trail = trail;
        this.clock = clock;
    }

    /** What the actor's bureau has switched on. */
    @Transactional
    public Optional<ReportSchedule> of(Actor actor) {
        return actor.city().map(it -> entities.find(ReportSchedule.class, it.code()));
    }

    /** @throws RuleViolation {@code bad-report} as {@link ReportSchedule} */
    @Transactional
    public void switchOn(Actor actor, int day, boolean region, boolean city) {
        City own = own(actor);
        ReportSchedule before = entities.find(ReportSchedule.class, own.code());
        Map<String, ?> was = ReportSchedule.described(before);
        ReportSchedule schedule = before == null ? new ReportSchedule(own) : before;
        schedule.set(day, region, city, LocalDate.now(clock), actor.name(), clock.instant());
        entities.persist(schedule);
        trail.record(Change.of("schedule_reports", subject(own), was, ReportSchedule.described(schedule)));
    }

    @Transactional
    public void switchOff(Actor actor) {
        City own = own(actor);
        ReportSchedule before = entities.find(ReportSchedule.class, own.code());
        if (before != null) {
            entities.remove(before);
            trail.record(Change.of("unschedule_reports", subject(own), ReportSchedule.described(before), Map.of()));
        }
    }

    private static City own(Actor actor) {
        return actor.city().filter(it -> actor.may(Action.KEEP_REPORTS)).orElseThrow(() -> new NotFound("报告"));
    }

    private static Subject subject(City city) {
        return new Subject(
                "report_schedule", city.code(), city.label() + "市的定期报告", Optional.of(city), Optional.empty());
    }

    /**
     * Makes the reports of one schedule that is due, of one month.
     *
     * @return whether there was one
     */
    @Transactional
    public boolean makeDue() {
        List<ReportSchedule> due = entities.unwrap(Session.class)
                .createNativeQuery(
                        "select * from report_schedule where next_on <= :today order by next_on, city_code limit 1 for update skip locked",
                        ReportSchedule.class)
                .setParameter("today", LocalDate.now(clock))
                .getResultList();
        due.forEach(this::make);
        return !due.isEmpty();
    }

    private void make(ReportSchedule schedule) {
        for (ReportQuestion question : schedule.due()) {
            BureauReport report = reports.scheduled(question);
            notices.tell(
                    Audience.bureau(schedule.city()),
                    new Notice(
                            NoticeKind.REPORT_MADE,
                            "bureau_report",
                            report.code(),
                            report.title() + "已经出具",
                            "按贵局设定的日期自动出具，数据截至 " + question.asOf() + "。可以在线看，也可以下载 DOCX 和 PDF。",
                            "/reports/" + report.code()));
        }
        schedule.moveOn();
    }
}
