package org.xiangpei.insight.gap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.insight.gap.UnmetLines.Covered;
import org.xiangpei.matching.Answered;
import org.xiangpei.matching.Coverage;
import org.xiangpei.matching.LineCoverage;
import org.xiangpei.matching.LineCoverages;
import org.xiangpei.matching.Shortfall;
import org.xiangpei.matching.Shortfalls;
import org.xiangpei.requirement.PostedLine;
import org.xiangpei.requirement.PostedLines;
import org.xiangpei.requirement.RequirementLine;
import org.xiangpei.requirement.StatedLine;
import org.xiangpei.requirement.Vocabularies;
import org.xiangpei.requirement.Vocabulary;

/**
 * Looks at lines that are due, some hundred in a transaction: an unmet one is put into its gap and matched with today's catalogue. Where
 * that says something else than before, it is another coverage fact, from which on the line counts as met, or no longer so.
 */
@ApplicationScoped
class GapIntake {

    private static final int AT_ONCE = 250;

    private final DueLines due;
    private final UnmetLines unmet;
    private final Standings standings;
    private final GapWatch watch;
    private final PostedLines lines;
    private final Shortfalls shortfalls;
    private final LineCoverages coverages;
    private final Vocabularies vocabularies;
    private final Clock clock;

    GapIntake(
            DueLines due,
            UnmetLines unmet,
            Standings standings,
            GapWatch watch,
            PostedLines lines,
            Shortfalls shortfalls,
            LineCoverages coverages,
            Vocabularies vocabularies,
            Clock clock) {
        this.due = due;
        this.unmet = unmet;
        this.standings = standings;
        this.watch = watch;
        this.lines = lines;
        this.shortfalls = shortfalls;
        this.coverages = coverages;
        this.vocabularies = vocabularies;
        this.clock = clock;
    }

    /** @return whether there were any */
    @Transactional
    public boolean takeSome() {
        DueLines.Batch batch = due.take(AT_ONCE);
        if (batch.isEmpty()) {
            return false;
        }
        if (!batch.judged().isEmpty()) {
            judge(batch.judged());
        }
        standings.write(batch.all());
        watch.look(unmet.gapsOf(batch.all()));
        due.done(batch);
        return true;
    }

    private void judge(Set<String> codes) {
        Map<String, PostedLine> posted = posted(codes);
        place(unmet.unplaced(codes), posted);
        LocalDate today = LocalDate.now(clock);
        follow(
                unmet.covered(codes).stream()
                        .filter(it -> it.coverage() != Coverage.QUALIFIED || isAwaited(line(it, posted), today))
                        .toList(),
                posted,
                today);
    }

    /** What decides is what the catalogue lacked on the day on which the line was first found unmet. */
    private void place(List<Covered> unplaced, Map<String, PostedLine> posted) {
        List<StatedLine> stated =
                unplaced.stream().map(it -> stated(line(it, posted), it.asOf())).toList();
        List<Optional<Shortfall>> found =
                shortfalls.find(stated, unplaced.stream().map(Covered::asOf).toList());
        Vocabulary vocabulary = vocabularies.load();
        for (int at = 0; at < unplaced.size(); at++) {
            Covered covered = unplaced.get(at);
            String category = line(covered, posted).details().categoryCode();
            unmet.place(covered.line(), key(category, found.get(at).orElse(null), vocabulary), covered.asOf());
        }
    }

    private static GapKey key(String category, @Nullable Shortfall shortfall, Vocabulary vocabulary) {
        var lacks = new Lacks(vocabulary, category);
        return new GapKey(
                category,
                shortfall == null
                        ? List.of()
                        : shortfall.deciding().stream().map(lacks::of).toList());
    }

    private void follow(List<Covered> followed, Map<String, PostedLine> posted, LocalDate today) {
        List<Optional<Shortfall>> found = shortfalls.find(
                followed.stream().map(it -> stated(line(it, posted), today)).toList(),
                followed.stream().map(it -> today).toList());
        var facts = new ArrayList<LineCoverage>();
        for (int at = 0; at < followed.size(); at++) {
            Covered before = followed.get(at);
            Optional<Answered> now = found.get(at).map(Shortfall::answered);
            now.ifPresent(it -> unmet.keep(before.line(), today, it));
            now.map(Answered::coverage)
                    .filter(it -> it != before.coverage() && !before.asOf().isAfter(today))
                    // No product is named: an import that brought it can still be undone.
                    .ifPresent(it -> facts.add(new LineCoverage(before.line(), today, it, null, clock.instant())));
        }
        coverages.append(facts);
    }

    private static boolean isAwaited(PostedLine line, LocalDate today) {
        LocalDate neededBy = line.details().neededBy();
        LocalDate until = neededBy == null ? line.details().postedOn().plusDays(DueLines.AWAITED_DAYS) : neededBy;
        return !until.isBefore(today);
    }

    /** A day of need that has passed asks nothing of today's certificates. */
    private static StatedLine stated(PostedLine posted, LocalDate asOf) {
        RequirementLine line = posted.line();
        LocalDate neededBy = line.neededBy();
        boolean passed = neededBy != null && neededBy.isBefore(asOf);
        return StatedLine.of(new RequirementLine(
                line.ref(),
                line.name(),
                line.description(),
                line.category(),
                line.quantity(),
                line.unit(),
                line.deliverTo(),
                passed ? null : neededBy,
                line.criteria()));
    }

    private Map<String, PostedLine> posted(Collection<String> codes) {
        return lines.list("code in ?1", codes).stream().collect(Collectors.toMap(PostedLine::code, it -> it));
    }

    private static PostedLine line(Covered covered, Map<String, PostedLine> posted) {
        return Objects.requireNonNull(posted.get(covered.line()));
    }
}
