package org.xiangpei.matching.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Categories;
import org.xiangpei.matching.Candidate;
import org.xiangpei.matching.ClauseResult;
import org.xiangpei.matching.Evidence;
import org.xiangpei.matching.Judgement;
import org.xiangpei.matching.LineMatch;
import org.xiangpei.matching.MatchOptions;
import org.xiangpei.matching.Matcher;
import org.xiangpei.matching.Verdict;
import org.xiangpei.matching.report.ReportContent.Clause;
import org.xiangpei.matching.report.ReportContent.Considered;
import org.xiangpei.matching.report.ReportContent.Line;
import org.xiangpei.matching.report.ReportContent.Result;
import org.xiangpei.requirement.KeptLine;
import org.xiangpei.requirement.Requirement;
import org.xiangpei.requirement.RequirementLine;
import org.xiangpei.requirement.StatedLine;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Provenance;
import org.xiangpei.shared.RuleViolation;

/** Matches the lines of a report and writes down what came of it, in an order that only depends on what was found. */
@ApplicationScoped
class ReportWriting {

    /** Near misses that fail least; the others are counted. */
    private static final int MOST_NEAR_MISSES = 20;

    private static final Comparator<Considered> BY_VERDICT =
            Comparator.comparing(Considered::verdict).thenComparing(Considered::product);
    private static final Comparator<Considered> NEAREST = Comparator.comparingLong(ReportWriting::failed)
            .thenComparingLong(ReportWriting::unknown)
            .thenComparing(Considered::product);

    private final Matcher matcher;
    private final Categories categories;

    ReportWriting(Matcher matcher, Categories categories) {
        this.matcher = matcher;
        this.categories = categories;
    }

    /** @param organization the name of the buyer */
    ReportContent write(Requirement of, String organization, List<KeptLine> kept, LocalDate asOf) {
        return new ReportContent(
                ReportContent.FORMAT,
                of.code(),
                of.edition(),
                of.title(),
                organization,
                asOf,
                kept.getFirst().number(),
                kept.getLast().number(),
                of.deliverTo().orElse(null),
                of.neededBy().orElse(null),
                lines(kept.stream().map(it -> it.line(of)).toList(), asOf));
    }

    private List<Line> lines(List<RequirementLine> asked, LocalDate asOf) {
        try {
            return match(asked, asOf);
        } catch (RuleViolation someCannotBe) {
            var lines = new ArrayList<Line>();
            for (RequirementLine line : asked) {
                try {
                    lines.addAll(match(List.of(line), asOf));
                } catch (RuleViolation cannotBe) {
                    lines.add(line(line, List.of(), null, List.of(), 0, cannotBe.detail()));
                }
            }
            return lines;
        }
    }

    private List<Line> match(List<RequirementLine> asked, LocalDate asOf) {
        return matcher
                .match(
                        asked.stream().map(StatedLine::of).toList(),
                        new MatchOptions(asOf, MatchOptions.MOST_CANDIDATES, true))
                .stream()
                .map(this::line)
                .toList();
    }

    private Line line(LineMatch match) {
        List<Considered> all =
                match.candidates().stream().map(ReportWriting::considered).toList();
        List<Considered> missed = all.stream()
                .filter(it -> it.verdict() == Verdict.NEAR_MISS)
                .sorted(NEAREST)
                .toList();
        List<Considered> listed = Stream.concat(
                        all.stream().filter(it -> it.verdict() != Verdict.NEAR_MISS),
                        missed.stream().limit(MOST_NEAR_MISSES))
                .sorted(BY_VERDICT)
                .toList();
        List<Clause> clauses = match.candidates().isEmpty()
                ? match.line().criteria().stream().map(Clauses::plain).toList()
                : match.candidates().getFirst().clauses().stream()
                        .map(it -> new Clause(
                                it.label(), it.required(), it.criterion().mandatory()))
                        .toList();
        return line(match.line(), clauses, match, listed, Math.max(0, missed.size() - MOST_NEAR_MISSES), null);
    }

    private Line line(
            RequirementLine asked,
            List<Clause> clauses,
            @Nullable LineMatch match,
            List<Considered> considered,
            int further,
            @Nullable String problem) {
        return new Line(
                Integer.parseInt(asked.ref()),
                asked.name(),
                asked.description(),
                asked.category() == null ? null : name(asked.category()),
                asked.quantity() == null ? null : asked.quantity().toPlainString(),
                asked.unit(),
                clauses,
                match == null ? null : match.coverage(),
                considered,
                further,
                problem);
    }

    private String name(String category) {
        return categories
                .findByIdOptional(category)
                .map(it -> it.details().name())
                .orElse(category);
    }

    private static Considered considered(Candidate it) {
        return new Considered(
                it.productCode(),
                it.productName(),
                it.model(),
                it.firmCode(),
                it.firmName(),
                it.provenance() == Provenance.ILLUSTRATIVE,
                it.verdict(),
                it.validUntil(),
                it.expiresBeforeNeeded(),
                it.clauses().stream().map(ReportWriting::result).toList());
    }

    private static Result result(Judgement it) {
        Evidence evidence = it.evidence();
        String shown = Objects.requireNonNullElse(
                evidence.kind() == Evidence.Kind.CERTIFICATE ? evidence.source() : evidence.value(), "");
        String kind = Labels.of(evidence.kind());
        return new Result(it.result(), it.offered(), shown.isEmpty() ? kind : kind + "：" + shown);
    }

    private static long failed(Considered it) {
        return count(it, ClauseResult.FAIL);
    }

    private static long unknown(Considered it) {
        return count(it, ClauseResult.UNKNOWN);
    }

    private static long count(Considered it, ClauseResult result) {
        return it.results().stream().filter(one -> one.result() == result).count();
    }
}
