package org.xiangpei.matching.report.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.matching.ClauseResult;
import org.xiangpei.matching.Coverage;
import org.xiangpei.matching.Verdict;
import org.xiangpei.matching.report.ReportContent;
import org.xiangpei.matching.report.ReportContent.Considered;
import org.xiangpei.matching.report.SourcingReport;
import org.xiangpei.matching.report.SourcingReports;
import org.xiangpei.matching.report.web.ReportView.Check;
import org.xiangpei.matching.report.web.ReportView.Clause;
import org.xiangpei.matching.report.web.ReportView.Count;
import org.xiangpei.matching.report.web.ReportView.Ending;
import org.xiangpei.matching.report.web.ReportView.Fact;
import org.xiangpei.matching.report.web.ReportView.Line;
import org.xiangpei.matching.report.web.ReportView.Product;
import org.xiangpei.matching.web.MatchViews;
import org.xiangpei.requirement.Requirements;
import org.xiangpei.requirement.web.Heading;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Moments;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Figures;

/** Puts sourcing reports into words, all out of what is kept: nothing of it is looked up anew. */
@ApplicationScoped
class ReportViews {

    private static final int SOON = 90;
    private static final int SHORT_HASH = 12;

    private final SourcingReports reports;
    private final Requirements requirements;
    private final Clock clock;

    ReportViews(SourcingReports reports, Requirements requirements, Clock clock) {
        this.reports = reports;
        this.requirements = requirements;
        this.clock = clock;
    }

    /** What was typed before it was refused; empty texts for what is usual. */
    record Typed(String first, String last, String asOf) {}

    @Transactional
    ReportListView list(Actor actor, String code, Typed typed, @Nullable RuleViolation refused) {
        String today = LocalDate.now(clock).toString();
        long lines = requirements.page(code, 1, 1).total();
        return new ReportListView(
                Heading.of(requirements.own(actor, code)),
                typed.first().isEmpty() ? "1" : typed.first(),
                typed.last().isEmpty() ? String.valueOf(Math.min(lines, SourcingReports.MOST_LINES)) : typed.last(),
                typed.asOf().isEmpty() ? today : typed.asOf(),
                today,
                SourcingReports.MOST_LINES,
                refused == null ? null : refused.detail(),
                reports.list(actor, code).stream().map(this::row).toList());
    }

    private ReportListView.Row row(SourcingReport it) {
        return new ReportListView.Row(
                it.code(),
                lines(it.firstLine(), it.lastLine()),
                it.asOf().toString(),
                "有合格 " + it.qualified() + "，待确认 " + it.possible() + "，没有 " + it.uncovered(),
                it.hash().substring(0, SHORT_HASH),
                it.stamp().name() + "，" + Moments.minute(it.stamp().at(), clock.getZone()));
    }

    private static String lines(int first, int last) {
        return first == last ? "第 " + first + " 行" : "第 " + first + " 到 " + last + " 行";
    }

    /** A report as it was made. */
    @Transactional
    ReportView paper(Actor actor, String requirement, String code) {
        return view(reports.get(actor, requirement, code), null, null);
    }

    @Transactional
    ReportView page(Actor actor, String requirement, String code) {
        return view(reports.get(actor, requirement, code), Heading.of(requirements.own(actor, requirement)), null);
    }

    /** Beside what it would say today. */
    @Transactional
    ReportView checked(Actor actor, String requirement, String code) {
        SourcingReport report = reports.get(actor, requirement, code);
        SourcingReports.Check check = reports.check(actor, requirement, code);
        return view(
                report,
                Heading.of(requirements.own(actor, requirement)),
                new Check(check.intact(), report.hash().equals(check.hash()), check.hash(), check.differences()));
    }

    private ReportView view(SourcingReport report, @Nullable Heading heading, @Nullable Check check) {
        ReportContent content = report.content();
        return new ReportView(
                heading,
                report.code(),
                content.requirement(),
                facts(content),
                stamp(report),
                report.hash(),
                counts(content),
                content.lines().stream().map(it -> line(it, content)).toList(),
                endings(content),
                content.lines().stream().flatMap(it -> it.considered().stream()).anyMatch(Considered::sample),
                content.lines().stream().anyMatch(it -> it.category() == null),
                check);
    }

    private static List<Fact> facts(ReportContent it) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("采购单位", it.organization()));
        facts.add(new Fact("需求", it.title() + "（" + it.requirement() + "）"));
        facts.add(new Fact("版本", it.edition() == 0 ? "草稿" : "第 " + it.edition() + " 版"));
        facts.add(
                new Fact("范围", lines(it.first(), it.last()) + "，共 " + it.lines().size() + " 行"));
        if (it.deliverTo() != null) {
            facts.add(new Fact("交货地", City.of(it.deliverTo()).map(City::label).orElse(it.deliverTo())));
        }
        if (it.neededBy() != null) {
            facts.add(new Fact("需要日期", it.neededBy().toString()));
        }
        facts.add(new Fact("目录截至", it.asOf() + "（只考虑当天在互认有效期内、没有暂停或撤销的产品）"));
        return facts;
    }

    private List<Fact> stamp(SourcingReport it) {
        return List.of(
                new Fact("报告编号", it.code()),
                new Fact(
                        "出具",
                        it.stamp().name() + "，" + Moments.minute(it.stamp().at(), clock.getZone())),
                new Fact("索引位置", Figures.number(it.stamp().position()).replace(",", "") + "（此前目录的一切变更都已计入）"),
                new Fact("SHA-256", it.hash()));
    }

    private static List<Count> counts(ReportContent it) {
        var counts = new ArrayList<Count>();
        counts.add(new Count("有合格产品", "pass", Figures.number(it.lines(Coverage.QUALIFIED))));
        counts.add(new Count("有待确认产品", "unknown", Figures.number(it.lines(Coverage.POSSIBLE))));
        if (it.foundByName() > 0) {
            counts.add(new Count("仅按名称找到", "unknown", Figures.number(it.foundByName())));
        }
        counts.add(new Count("没有可供产品", "fail", Figures.number(it.uncovered())));
        return counts;
    }

    private static Line line(ReportContent.Line it, ReportContent content) {
        return new Line(
                it.number(),
                it.name(),
                Stream.of(
                                it.quantity() == null ? "" : it.quantity() + (it.unit() == null ? "" : " " + it.unit()),
                                it.category() == null ? "未定品类" : it.category(),
                                it.description() == null ? "" : it.description())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" · ")),
                it.coverage() == null ? "无法匹配" : Labels.of(it.coverage()),
                it.coverage() == null ? "fail" : MatchViews.tone(it.coverage()),
                it.clauses().stream()
                        .map(clause -> new Clause(clause.label(), clause.required(), !clause.mandatory()))
                        .toList(),
                it.considered().stream()
                        .map(product -> product(product, it, content))
                        .toList(),
                it.furtherNearMisses(),
                it.problem());
    }

    private static Product product(Considered it, ReportContent.Line line, ReportContent content) {
        return new Product(
                it.product(),
                it.name() + (it.model() == null ? "" : " " + it.model()) + (it.sample() ? "（示例）" : ""),
                it.firmName(),
                Labels.of(it.verdict()),
                tone(it.verdict()),
                named(it, line, ClauseResult.FAIL, true),
                named(it, line, ClauseResult.UNKNOWN, false),
                it.results().stream()
                                .filter(result -> result.result() == ClauseResult.PASS)
                                .count()
                        + " / " + it.results().size(),
                Figures.date(it.until()),
                isSoon(it, content));
    }

    private static List<String> named(Considered it, ReportContent.Line line, ClauseResult result, boolean values) {
        return IntStream.range(0, Math.min(it.results().size(), line.clauses().size()))
                .filter(at -> it.results().get(at).result() == result)
                .mapToObj(at -> {
                    ReportContent.Clause clause = line.clauses().get(at);
                    String name = clause.label() + (clause.mandatory() ? "" : "（期望）");
                    return values
                            ? name + "：要求 " + clause.required() + "，产品 "
                                    + it.results().get(at).offered()
                            : name;
                })
                .toList();
    }

    private static boolean isSoon(Considered it, ReportContent content) {
        LocalDate until = it.until();
        return it.expiresBeforeNeeded()
                || (until != null && !until.isAfter(content.asOf().plusDays(SOON)));
    }

    private static List<Ending> endings(ReportContent content) {
        return content.lines().stream()
                .flatMap(line -> line.considered().stream()
                        .filter(it -> it.verdict() != Verdict.NEAR_MISS && isSoon(it, content))
                        .map(it -> new Ending(
                                line.number(),
                                line.name(),
                                it.name() + "（" + it.firmName() + "）",
                                Figures.date(it.until()))))
                .toList();
    }

    private static String tone(Verdict verdict) {
        return switch (verdict) {
            case QUALIFIED -> "pass";
            case POSSIBLE -> "unknown";
            case NEAR_MISS -> "fail";
        };
    }
}
