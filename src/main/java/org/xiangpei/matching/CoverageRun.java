package org.xiangpei.matching;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;

import org.xiangpei.requirement.PostedLine;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.StartupOrder;

/** Matches every posted line that has not been matched, against the catalogue as listed on the day it was posted. */
@ApplicationScoped
public class CoverageRun {

    private final Matcher matcher;
    private final LineCoverages coverages;
    private final Clock clock;

    CoverageRun(Matcher matcher, LineCoverages coverages, Clock clock) {
        this.matcher = matcher;
        this.coverages = coverages;
        this.clock = clock;
    }

    void atStart(@Observes @Priority(StartupOrder.COVERAGE) StartupEvent start) {
        long began = System.nanoTime();
        List<LineCoverage> facts =
                coverages.unmatched().stream().flatMap(it -> find(it).stream()).toList();
        coverages.append(facts);
        if (!facts.isEmpty()) {
            Log.infof("Matched %d posted lines in %d ms", facts.size(), (System.nanoTime() - began) / 1_000_000);
        }
    }

    /**
     * What the catalogue had for a line on the day it was posted; empty for a line whose clauses make no sense. A transaction of its own
     * forgets what it read: one for all lines would search everything read so far for changes before each query.
     */
    Optional<LineCoverage> find(PostedLine posted) {
        LocalDate day = posted.details().postedOn();
        try {
            var request = new MatchRequest(List.of(posted.line()), day, 1, false);
            var match = QuarkusTransaction.requiringNew()
                    .call(() -> matcher.match(request).getFirst());
            return Optional.of(LineCoverage.of(match, day, clock.instant()));
        } catch (RuleViolation e) {
            Log.warnf("Posted line %s cannot be matched: %s %s", posted.code(), e.detail(), e.errors());
            return Optional.empty();
        }
    }
}
