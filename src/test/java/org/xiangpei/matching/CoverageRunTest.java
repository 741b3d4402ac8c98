package org.xiangpei.matching;

import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.TestTransaction;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.requirement.PostedLine;
import org.xiangpei.requirement.PostedLines;

import static org.assertj.core.api.Assertions.assertThat;

@XiangpeiTest
@TestTransaction
class CoverageRunTest {

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
        assertThat(lines.count("details.provenance", org.xiangpei.shared.Provenance.ILLUSTRATIVE))
                .isGreaterThan(500);
        assertThat(coverages.unmatched()).isEmpty();
    }

    @Test
    void storedCoverageIsWhatTheMatcherAnswersAgain() {
        List<PostedLine> some = lines.list("order by code").stream()
                .filter(it -> it.code().endsWith("7"))
                .toList();
        assertThat(some).hasSizeGreaterThan(50).allSatisfy(line -> {
            LineCoverage again = run.find(line).orElseThrow();
            assertThat(stored(line)).containsExactly(new Object[] {
                line.details().postedOn(), again.coverage().name(), again.bestProduct()
            });
        });
    }

    @Test
    void someLinesAreMetSomePossibleAndSomeNot() {
        assertThat(session.createNativeQuery("select distinct coverage from line_coverage", String.class)
                        .getResultList())
                .containsExactlyInAnyOrder("QUALIFIED", "POSSIBLE", "NONE");
    }

    private Object[] stored(PostedLine line) {
        return session.createNativeQuery(
                        "select as_of, coverage, best_product_code from line_coverage where line_code = :code",
                        Object[].class)
                .addScalar("as_of", java.time.LocalDate.class)
                .addScalar("coverage", String.class)
                .addScalar("best_product_code", String.class)
                .setParameter("code", line.code())
                .getSingleResult();
    }
}
