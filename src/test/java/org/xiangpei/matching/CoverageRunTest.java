package org.xiangpei.matching;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.test.TestTransaction;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.requirement.CriteriaText;
import org.xiangpei.requirement.Criterion;
import org.xiangpei.requirement.PostedLine;
import org.xiangpei.requirement.PostedLines;
import org.xiangpei.shared.Provenance;

import static org.assertj.core.api.Assertions.assertThat;

@XiangpeiTest
@TestTransaction
class CoverageRunTest {

    @Inject
    Matcher matcher;

    @Inject
    CoverageRun run;

    @Inject
    PostedLines lines;

    @Inject
    LineCoverages coverages;

    @Inject
    Session session;

    @Test
    void everyPostedLineIsMatchedAtStart() {
        assertThat(lines.count("details.provenance", Provenance.ILLUSTRATIVE)).isGreaterThan(500);
        assertThat(coverages.unmatched()).isEmpty();
    }

    @Test
    void storedCoverageIsWhatTheMatcherAnswersAgain() {
        List<PostedLine> some = lines.list("order by code").stream()
                .filter(it -> it.code().endsWith("7"))
                .toList();
        assertThat(some).hasSizeGreaterThan(50).allSatisfy(line -> {
            LineMatch again = matcher.match(new MatchRequest(
                            List.of(line.line()), line.details().postedOn(), 1, false))
                    .getFirst();
            assertThat(stored(line))
                    .containsExactly(
                            line.details().postedOn(),
                            again.coverage().name(),
                            again.candidates().stream()
                                    .map(Candidate::productCode)
                                    .findFirst()
                                    .orElse(null));
        });
    }

    @Test
    void aLineThatMakesNoSenseStaysUnmatchedWithoutStoppingTheOthers() {
        PostedLine good = lines.findById("RL-0001");
        PostedLine senseless = new PostedLine("X-1", withClauses(good, CriteriaText.read("no_such at_least 5 kg")));
        assertThat(run.find(List.of(senseless, good)))
                .extracting(LineCoverage::lineCode)
                .containsExactly("RL-0001");
    }

    @Test
    void ofALineThatHasGoneMeanwhileNothingIsKeptAndTheOthersAre() {
        LocalDate day = LocalDate.of(2031, 5, 6);
        Instant now = Instant.parse("2026-11-29T00:00:00Z");
        coverages.append(Stream.of("RL-GONE", "RL-0001")
                .map(it -> new LineCoverage(it, day, Coverage.NONE, null, now))
                .toList());
        assertThat(session.createNativeQuery("select line_code from line_coverage where as_of = :day", String.class)
                        .setParameter("day", day)
                        .getResultList())
                .containsExactly("RL-0001");
    }

    private static PostedLine.Details withClauses(PostedLine line, List<Criterion> clauses) {
        var it = line.details();
        return new PostedLine.Details(
                it.buyerCode(),
                it.buyerName(),
                it.buyerKind(),
                it.buyerCity(),
                it.postedOn(),
                it.name(),
                it.categoryCode(),
                it.quantity(),
                it.unit(),
                it.neededBy(),
                it.estimatedAmount(),
                clauses,
                it.provenance(),
                it.source(),
                it.requirementCode(),
                it.lineNumber(),
                it.namesBuyer(),
                it.recordedAt());
    }

    @Test
    void someLinesAreMetSomePossibleAndSomeNot() {
        assertThat(session.createNativeQuery("select distinct coverage from line_coverage", String.class)
                        .getResultList())
                .containsExactlyInAnyOrder("QUALIFIED", "POSSIBLE", "NONE");
    }

    private Object[] stored(PostedLine line) {
        return session.createNativeQuery(
                        "select as_of, coverage, best_product_code from line_coverage where line_code = :code and as_of = :day",
                        Object[].class)
                .addScalar("as_of", LocalDate.class)
                .addScalar("coverage", String.class)
                .addScalar("best_product_code", String.class)
                .setParameter("code", line.code())
                .setParameter("day", line.details().postedOn())
                .getSingleResult();
    }
}
