package org.xiangpei.matching;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;

import org.xiangpei.requirement.PostedLine;
import org.xiangpei.requirement.RequirementChanged;
import org.xiangpei.requirement.StatedLine;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.StartupOrder;
import org.xiangpei.shared.Unavailable;

/**
 * Matches every posted line that has not been matched, against the catalogue as listed on the day it was posted: at start, soon after a
 * requirement was published, and again where another instance stopped half-way.
 */
@ApplicationScoped
public class CoverageRun {

    private static final int AT_ONCE = 250;
    private static final Duration AT_LEAST_EVERY = Duration.ofMinutes(1);

    private final Matcher matcher;
    private final LineCoverages coverages;
    private final Clock clock;

    /** Lines that make no sense are not tried again and again. */
    private final Set<String> senseless = ConcurrentHashMap.newKeySet();

    private final AtomicBoolean posted = new AtomicBoolean();
    private volatile Instant lookedAt = Instant.EPOCH;

    CoverageRun(Matcher matcher, LineCoverages coverages, Clock clock) {
        this.matcher = matcher;
        this.coverages = coverages;
        this.clock = clock;
    }

    void atStart(@Observes @Priority(StartupOrder.COVERAGE) StartupEvent start) {
        try {
            matchUnmatched();
        } catch (Unavailable e) {
            Log.warnf("Posted lines stay unmatched until the next start: %s", e.getMessage());
        }
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) RequirementChanged change) {
        posted.set(true);
    }

    /** What goes wrong in one round is tried again in the next. */
    @Scheduled(
            identity = "coverage",
            every = "{xiangpei.coverage.interval}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void round() {
        boolean due = posted.getAndSet(false) || lookedAt.plus(AT_LEAST_EVERY).isBefore(clock.instant());
        if (!due) {
            return;
        }
        try {
            matchUnmatched();
        } catch (RuntimeException e) {
            posted.set(true);
            Log.warnf("Posted lines could not be matched, and are tried again: %s", e.getMessage());
        }
    }

    void matchUnmatched() {
        long began = System.nanoTime();
        lookedAt = clock.instant();
        List<PostedLine> unmatched = coverages.unmatched().stream()
                .filter(it -> !senseless.contains(it.code()))
                .toList();
        for (int from = 0; from < unmatched.size(); from += AT_ONCE) {
            coverages.append(find(unmatched.subList(from, Math.min(from + AT_ONCE, unmatched.size()))));
        }
        if (!unmatched.isEmpty()) {
            Log.infof("Matched %d posted lines in %d ms", unmatched.size(), (System.nanoTime() - began) / 1_000_000);
        }
    }

    /**
     * What the catalogue had for each line on the day it was posted. A line whose clauses make no sense is left out: it stays
     * unmatched, and counts as unknown.
     */
    List<LineCoverage> find(List<PostedLine> posted) {
        try {
            return matched(posted);
        } catch (RuleViolation e) {
            if (posted.size() > 1) {
                return posted.stream().flatMap(it -> find(List.of(it)).stream()).toList();
            }
            senseless.add(posted.getFirst().code());
            Log.warnf("Posted line %s cannot be matched: %s", posted.getFirst().code(), e.detail());
            return List.of();
        }
    }

    private List<LineCoverage> matched(List<PostedLine> posted) {
        var stated = posted.stream().map(it -> StatedLine.of(it.line())).toList();
        var options = posted.stream()
                .map(it -> new MatchOptions(it.details().postedOn(), 1, false))
                .toList();
        List<LineMatch> matches = QuarkusTransaction.requiringNew().call(() -> matcher.match(stated, options));
        return IntStream.range(0, matches.size())
                .mapToObj(index ->
                        LineCoverage.of(matches.get(index), options.get(index).asOf(), clock.instant()))
                .toList();
    }
}
