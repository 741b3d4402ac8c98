package org.xiangpei.matching.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.matching.answer.AnswerJson;
import org.xiangpei.matching.report.ReportContent.Line;
import org.xiangpei.matching.report.SourcingReport.Stamp;
import org.xiangpei.requirement.KeptLine;
import org.xiangpei.requirement.LineState;
import org.xiangpei.requirement.Requirement;
import org.xiangpei.requirement.Requirements;
import org.xiangpei.search.CatalogIndex;
import org.xiangpei.search.ChangeLog;
import org.xiangpei.shared.AuditTrail;
import org.xiangpei.shared.AuditTrail.Change;
import org.xiangpei.shared.AuditTrail.Subject;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.Receipts;
import org.xiangpei.shared.RuleViolation;

/**
 * Makes sourcing reports and checks them. The same lines asked of the same catalogue as of the same day have the same hash, whenever and
 * by whomever they are asked. Listing and suspension are known for past days; what a product states is only known as it is now, so a
 * product that has changed makes another hash, and the check says which line it is.
 */
@ApplicationScoped
public class SourcingReports {

    /** More would be a paper of hundreds of pages; a longer bill is reported in parts. */
    public static final int MOST_LINES = 200;

    private static final char KIND = 'S';

    private final Requirements requirements;
    private final ReportWriting writing;
    private final CatalogIndex index;
    private final EntityManager entities;
    private final AuditTrail trail;
    private final Receipts receipts;
    private final Clock clock;

    SourcingReports(
            Requirements requirements,
            ReportWriting writing,
            CatalogIndex index,
            EntityManager entities,
            AuditTrail trail,
            Receipts receipts,
            Clock clock) {
        this.requirements = requirements;
        this.writing = writing;
        this.index = index;
        this.entities = entities;
        this.trail = trail;
        this.receipts = receipts;
        this.clock = clock;
    }

    /**
     * Makes a report of the lines that are asked for from one number to another, and keeps it.
     *
     * @return its code
     * @throws NotFound when the requirement does not exist, or is another organisation's
     * @throws RuleViolation {@code bad-report} for a day to come, or where there is no line; {@code too-many-report-lines} for more than
     *     {@value #MOST_LINES}
     */
    @Transactional
    public String make(Actor actor, String requirement, int first, int last, LocalDate asOf) {
        Requirement of = requirements.own(actor, requirement);
        long position = position();
        index.awaitIndexed();
        ReportContent content = write(actor.organizationName(), of, first, last, asOf);
        var report = new SourcingReport(
                receipts.next(KIND),
                of.organization(),
                content,
                new Stamp(actor.login(), actor.name(), clock.instant(), position));
        entities.persist(report);
        trail.record(Change.of(
                "make_sourcing_report",
                new Subject(
                        "sourcing_report",
                        report.code(),
                        report.title(),
                        Optional.empty(),
                        Optional.of(report.organization())),
                Map.of(),
                Map.of(
                        "requirement",
                        requirement,
                        "lines",
                        content.first() + "-" + content.last(),
                        "asOf",
                        asOf.toString(),
                        "hash",
                        report.hash())));
        return report.code();
    }

    /** Where the log of the catalogue's changes stands: what was committed before is in the index that is asked next. */
    private long position() {
        return entities.unwrap(Session.class)
                .doReturningWork(connection -> new ChangeLog(connection).head().horizon());
    }

    private ReportContent write(String organization, Requirement of, int first, int last, LocalDate asOf) {
        if (asOf.isAfter(LocalDate.now(clock))) {
            throw new RuleViolation("bad-report", "“截至日期”不能晚于今天：以后的目录现在还不知道。");
        }
        List<KeptLine> lines = entities.createQuery(
                        "from KeptLine where requirement = ?1 and number between ?2 and ?3 and state <> ?4 order by number",
                        KeptLine.class)
                .setParameter(1, of.code())
                .setParameter(2, first)
                .setParameter(3, last)
                .setParameter(4, LineState.DROPPED)
                .setMaxResults(MOST_LINES + 1)
                .getResultList();
        if (lines.isEmpty()) {
            throw new RuleViolation("bad-report", "第 " + first + " 到 " + last + " 行里没有要采购的行。");
        }
        if (lines.size() > MOST_LINES) {
            throw new RuleViolation(
                    "too-many-report-lines", "一份报告最多 " + MOST_LINES + " 行。请分段出具，例如先出第 1 到 " + MOST_LINES + " 行。");
        }
        return writing.write(of, organization, lines, asOf);
    }

    /**
     * The reports of a requirement, the newest first.
     *
     * @throws NotFound as {@link #make}
     */
    @Transactional
    public List<SourcingReport> list(Actor actor, String requirement) {
        requirements.own(actor, requirement);
        return entities.createQuery(
                        "from SourcingReport where requirementCode = ?1 and organizationCode = ?2 order by madeAt desc, code",
                        SourcingReport.class)
                .setParameter(1, requirement)
                .setParameter(2, actor.organization())
                .getResultList();
    }

    /** @throws NotFound when there is no such report of the requirement, or it is another organisation's */
    @Transactional
    public SourcingReport get(Actor actor, String requirement, String code) {
        return Optional.ofNullable(entities.find(SourcingReport.class, code))
                .filter(it -> it.requirement().equals(requirement)
                        && it.organization().equals(actor.organization()))
                .orElseThrow(() -> new NotFound("寻源报告 " + code + " "));
    }

    /**
     * What a report says, beside what it would say today.
     *
     * @param intact whether what is kept still has its hash
     * @param hash of the same question asked today; null where it cannot be asked any more
     * @param differences the lines that would read otherwise, in words; where something else differs, that
     */
    public record Check(boolean intact, @Nullable String hash, List<String> differences) {}

    /**
     * Asks the same question as of the same day once more.
     *
     * @throws NotFound as {@link #get}
     */
    @Transactional
    public Check check(Actor actor, String requirement, String code) {
        SourcingReport report = get(actor, requirement, code);
        ReportContent then = report.content();
        try {
            Requirement of = requirements.own(actor, requirement);
            index.awaitIndexed();
            ReportContent now = write(then.organization(), of, then.first(), then.last(), then.asOf());
            return new Check(report.isIntact(), SourcingReport.hash(AnswerJson.write(now)), differences(then, now));
        } catch (RuleViolation | NotFound gone) {
            return new Check(report.isIntact(), null, List.of("这份需求或这些行已经不在，不能按同一范围再出具。"));
        }
    }

    private static List<String> differences(ReportContent then, ReportContent now) {
        var differences = new ArrayList<String>();
        if (then.edition() != now.edition()) {
            differences.add("需求的版本：第 " + then.edition() + " 版 → 第 " + now.edition() + " 版");
        }
        if (!then.title().equals(now.title())) {
            differences.add("需求的名称：" + then.title() + " → " + now.title());
        }
        Map<Integer, Line> lines = now.lines().stream().collect(Collectors.toMap(Line::number, it -> it));
        for (Line line : then.lines()) {
            Line other = lines.get(line.number());
            if (other == null) {
                differences.add("第 " + line.number() + " 行：现在不采购");
            } else if (!line.equals(other)) {
                differences.add("第 " + line.number() + " 行：" + LineDifference.of(line, other));
            }
        }
        now.lines().stream()
                .filter(it -> then.lines().stream().noneMatch(before -> before.number() == it.number()))
                .forEach(it -> differences.add("第 " + it.number() + " 行：新加入"));
        return differences;
    }
}
