package org.xiangpei.insight.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.insight.report.BureauReport.Stamp;
import org.xiangpei.insight.report.ReportContent.Section;
import org.xiangpei.shared.AuditTrail;
import org.xiangpei.shared.AuditTrail.Change;
import org.xiangpei.shared.AuditTrail.Subject;
import org.xiangpei.shared.City;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.Receipts;
import org.xiangpei.shared.RuleViolation;

/** Makes reports, keeps them, and checks whether the same day still says the same. Every bureau reads those of all. */
@ApplicationScoped
public class BureauReports {

    private static final char KIND = 'B';
    private static final int MOST_LISTED = 200;

    private final ReportWriting writing;
    private final EntityManager entities;
    private final AuditTrail trail;
    private final Receipts receipts;
    private final Clock clock;

    BureauReports(ReportWriting writing, EntityManager entities, AuditTrail trail, Receipts receipts, Clock clock) {
        this.writing = writing;
        this.entities = entities;
        this.trail = trail;
        this.receipts = receipts;
        this.clock = clock;
    }

    /**
     * Makes a report of the region or of the own city, and keeps it.
     *
     * @return its code
     * @throws RuleViolation {@code bad-report} for a day to come, a period that has not begun, or another city
     * @throws NotFound when there is no such joint session
     */
    @Transactional
    public String make(Actor actor, ReportQuestion asked) {
        requireOwn(actor, asked.city());
        return keep(asked, new Stamp(actor.login(), actor.name(), clock.instant(), false))
                .code();
    }

    private static void requireOwn(Actor actor, @Nullable City city) {
        if (city != null && !actor.may(Action.KEEP_REPORTS, null, Optional.of(city))) {
            throw new RuleViolation("bad-report", "只能出具长株潭和本市的报告；%s的由%s市工信局出具。".formatted(city.label(), city.label()));
        }
    }

    /** The report that a schedule has made for a question; made now where it has not yet. */
    @Transactional
    BureauReport scheduled(ReportQuestion asked) {
        // Of two that are asked for the same at once the second waits, and finds what the first has made.
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:question, 0))", Integer.class)
                .setParameter("question", "bureau report " + asked)
                .getSingleResult();
        return entities.createQuery("from BureauReport where scheduled and asOf = ?1", BureauReport.class)
                .setParameter(1, asked.asOf())
                .getResultStream()
                .filter(it -> it.question().equals(asked))
                .findFirst()
                .orElseGet(() -> keep(asked, new Stamp("", Actor.SERVICE.name(), clock.instant(), true)));
    }

    private BureauReport keep(ReportQuestion asked, Stamp stamp) {
        if (asked.asOf().isAfter(LocalDate.now(clock))) {
            throw new RuleViolation("bad-report", "“截至日期”不能晚于今天：以后登记的记录现在还不知道。");
        }
        var report = new BureauReport(receipts.next(KIND), asked, writing.write(asked), stamp);
        entities.persist(report);
        entities.flush();
        trail.record(Change.of(
                "make_bureau_report",
                new Subject(
                        "bureau_report",
                        report.code(),
                        report.title(),
                        Optional.ofNullable(asked.city()),
                        Optional.empty()),
                Map.of(),
                Map.of("asOf", asked.asOf().toString(), "hash", report.hash())));
        return report;
    }

    /** The newest first. */
    @Transactional
    public List<BureauReport> list() {
        return entities.createQuery("from BureauReport order by madeAt desc, code", BureauReport.class)
                .setMaxResults(MOST_LISTED)
                .getResultList();
    }

    /** @throws NotFound when there is no such report */
    @Transactional
    public BureauReport get(String code) {
        return Optional.ofNullable(entities.find(BureauReport.class, code))
                .orElseThrow(() -> new NotFound("报告 " + code + " "));
    }

    /**
     * What a report says, beside what it would say now.
     *
     * @param intact whether what is kept still has its hash
     * @param same whether the figures as of its day are the same
     * @param changed titles of the sections that would read otherwise
     */
    public record Check(boolean intact, boolean same, String figuresHash, List<String> changed) {}

    /**
     * Asks the same question as of the same day once more.
     *
     * @throws NotFound as {@link #get}
     */
    @Transactional
    public Check check(String code) {
        BureauReport report = get(code);
        ReportContent then = report.content();
        ReportContent now = writing.write(report.question());
        var changed = new ArrayList<String>();
        for (Section section : then.sections()) {
            if (!now.sections().contains(section)) {
                changed.add(section.title());
            }
        }
        return new Check(report.isIntact(), now.figuresHash().equals(report.figuresHash()), now.figuresHash(), changed);
    }
}
