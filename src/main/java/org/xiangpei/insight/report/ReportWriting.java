package org.xiangpei.insight.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Role;
import org.xiangpei.insight.LocalSourcing;
import org.xiangpei.insight.LocalSourcingQuery;
import org.xiangpei.insight.LocalSourcingReport;
import org.xiangpei.insight.overview.Overview;
import org.xiangpei.insight.overview.Overviews;
import org.xiangpei.insight.report.ReportContent.Fact;
import org.xiangpei.insight.report.ReportContent.Section;
import org.xiangpei.ledger.Period;
import org.xiangpei.ledger.Scope;
import org.xiangpei.recognition.JointSession;
import org.xiangpei.recognition.JointSessions;
import org.xiangpei.shared.City;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Figures;

/**
 * Asks for the figures of a report and puts them into words and tables. It computes nothing: every figure is that of the overview, the gap
 * ledger, the chains or the map. What a bureau may see is in it, whoever or whatever makes it, so that the same day has the same report.
 */
@ApplicationScoped
class ReportWriting {

    private static final Actor READER = Actor.member("", "工信部门", "", "", Optional.empty(), Set.of(Role.BUREAU));

    private static final List<String> NUMERALS = List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十");

    private final Overviews overviews;
    private final LocalSourcing localSourcing;
    private final SupplySections supply;
    private final GapSections gaps;
    private final SessionSections sessions;
    private final JointSessions held;

    ReportWriting(
            Overviews overviews,
            LocalSourcing localSourcing,
            SupplySections supply,
            GapSections gaps,
            SessionSections sessions,
            JointSessions held) {
        this.overviews = overviews;
        this.localSourcing = localSourcing;
        this.supply = supply;
        this.gaps = gaps;
        this.sessions = sessions;
        this.held = held;
    }

    /**
     * The rate of a period beside what it was, all as known on the same day.
     *
     * @param names of the period and the one before, as the tables call them
     * @param before the month before, or the time of the same length just before
     * @param year from the beginning of the year
     */
    record Rates(Overview overview, List<String> names, LocalSourcingReport before, LocalSourcingReport year) {
        LocalSourcingReport now() {
            return overview.now();
        }

        @Nullable
        City city() {
            return overview.scope().buyerCity();
        }
    }

    /** @throws RuleViolation {@code bad-report} for a period that has not begun on the as-of day */
    ReportContent write(ReportQuestion asked) {
        JointSession session = asked.session() == null ? null : held.get(asked.session());
        Period period = session == null ? month(asked) : sinceTheOneBefore(session, asked.asOf());
        Rates rates = rates(asked, period);
        var facts = new ArrayList<Fact>();
        var points = new ArrayList<String>(RateSections.points(rates));
        var sections = new ArrayList<Section>(RateSections.of(rates));
        GapSections.Parts unmet = gaps.of(asked.city(), asked.asOf(), READER);
        points.addAll(unmet.points());
        sections.add(unmet.ledger());
        sections.addAll(supply.of(asked.city(), asked.asOf()));
        sections.add(unmet.near());
        if (session != null) {
            sections.add(sessions.of(session));
        }
        sections.add(Definitions.section());
        facts.add(new Fact("报告期", period.from() + " 至 " + period.to()));
        facts.add(new Fact(
                "范围", asked.city() == null ? "长沙、株洲、湘潭三市的采购方" : asked.city().label() + "市的采购方"));
        facts.add(new Fact("数据截至", asked.asOf() + " 当日已知的记录"));
        long illustrative = rates.now().illustrative();
        if (illustrative > 0) {
            facts.add(new Fact("数据性质", "含示例数据 " + Figures.number(illustrative) + " 条，不反映任何单位的真实采购"));
        }
        return new ReportContent(
                ReportContent.FORMAT,
                (asked.city() == null ? "长株潭" : asked.city().label() + "市") + "工业产品本地配套"
                        + (session == null ? "月度报告" : "情况专报"),
                subtitle(asked),
                period.from(),
                period.to(),
                asked.asOf(),
                illustrative,
                facts,
                points,
                numbered(sections));
    }

    private static String subtitle(ReportQuestion asked) {
        YearMonth month = asked.month();
        return month == null
                ? "提交第 " + asked.session() + " 批联席会议"
                : month.getYear() + " 年 " + month.getMonthValue() + " 月";
    }

    private static List<Section> numbered(List<Section> sections) {
        var numbered = new ArrayList<Section>();
        for (Section it : sections) {
            numbered.add(new Section(NUMERALS.get(numbered.size()) + "、" + it.title(), it.replayable(), it.blocks()));
        }
        return numbered;
    }

    private static Period month(ReportQuestion asked) {
        YearMonth month = Objects.requireNonNull(asked.month());
        if (asked.asOf().isBefore(month.atDay(1))) {
            throw new RuleViolation(
                    "bad-report",
                    "截至 %s 时，%d 年 %d 月还没有开始；请选更晚的截至日期或更早的月份。"
                            .formatted(asked.asOf(), month.getYear(), month.getMonthValue()));
        }
        return new Period(month.atDay(1), earlier(month.atEndOfMonth(), asked.asOf()));
    }

    /** From the day after the session before, or from the beginning of the year where there was none. */
    private Period sinceTheOneBefore(JointSession session, LocalDate asOf) {
        LocalDate from = held.list().stream()
                .filter(it -> it.number() < session.number())
                .map(JointSession::heldOn)
                .filter(it -> it.isBefore(asOf))
                .max(LocalDate::compareTo)
                .map(it -> it.plusDays(1))
                .orElse(asOf.withDayOfYear(1));
        return new Period(from, asOf);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private Rates rates(ReportQuestion asked, Period period) {
        var scope = new Scope(null, asked.city(), null, null);
        Overview overview = overviews.of(question(period.from(), period.to(), asked.asOf(), scope), READER);
        LocalSourcingReport year =
                localSourcing.report(question(period.to().withDayOfYear(1), period.to(), asked.asOf(), scope), READER);
        YearMonth month = asked.month();
        if (month == null) {
            return new Rates(overview, List.of("本期", "上一期"), overview.before(), year);
        }
        // A month is compared with the month before; one that is not over yet, with as many days of it.
        boolean whole = period.to().equals(month.atEndOfMonth());
        LocalDate until =
                whole ? month.minusMonths(1).atEndOfMonth() : period.to().minusMonths(1);
        LocalSourcingReport before =
                localSourcing.report(question(month.minusMonths(1).atDay(1), until, asked.asOf(), scope), READER);
        return new Rates(overview, List.of("本月", "上月"), before, year);
    }

    private static LocalSourcingQuery question(LocalDate from, LocalDate to, LocalDate asOf, Scope scope) {
        return new LocalSourcingQuery(from, to, asOf, null, scope);
    }
}
