package org.xiangpei.insight;

import java.time.LocalDate;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.test.TestTransaction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Actor;
import org.xiangpei.ledger.Dimension;
import org.xiangpei.ledger.Scope;
import org.xiangpei.shared.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Lines that are changed or withdrawn count until then: the coverage rate of a past day stays what it was. Nothing of it is committed. */
@XiangpeiTest
@TestTransaction
class CoverageOverTimeTest {

    @Inject
    LocalSourcing localSourcing;

    @Inject
    EntityManager entities;

    @Test
    void aWithdrawnLineCountsUntilThenAndNoLonger() {
        post("X-A", "2012-03-01", true);
        post("X-B", "2012-03-01", true);
        end("X-B", "WITHDRAWN", null, "2012-04-10");
        assertThat(lines("2012-02-28")).isZero();
        assertThat(lines("2012-03-01")).isEqualTo(2);
        assertThat(lines("2012-04-09")).isEqualTo(2);
        assertThat(lines("2012-04-10")).isEqualTo(1);
        assertThat(lines("2012-12-31")).isEqualTo(1);
    }

    @Test
    void aChangedLineCountsOnceOnEveryDay() {
        post("X-A", "2012-03-01", true);
        post("X-A.2", "2012-05-01", true);
        end("X-A", "SUPERSEDED", "X-A.2", "2012-05-01");
        assertThat(lines("2012-04-30")).isEqualTo(1);
        assertThat(lines("2012-05-01")).isEqualTo(1);
    }

    @Test
    void aHiddenBuyerIsCountedWithoutItsName() {
        post("X-A", "2012-03-01", false);
        post("X-B", "2012-03-01", true);
        var groups = localSourcing
                .report(
                        new LocalSourcingQuery(
                                LocalDate.parse("2012-01-01"),
                                LocalDate.parse("2012-12-31"),
                                LocalDate.parse("2012-12-31"),
                                Dimension.BUYER,
                                Scope.REGION),
                        Actor.PUBLIC)
                .groups();
        assertThat(groups)
                .extracting(LocalSourcingReport.Group::label)
                .containsExactlyInAnyOrder("未公开名称的采购单位", "测试单位X-B");
        assertThatThrownBy(() -> localSourcing.report(
                        new LocalSourcingQuery(null, null, null, null, new Scope("U-X-A", null, null, null)),
                        Actor.PUBLIC))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void fourLinesHideTheCoverageAndFiveDoNot() {
        for (String code : List.of("X-A", "X-B", "X-C", "X-D")) {
            post(code, "2012-03-01", true);
        }
        post("X-E", "2012-04-01", true);
        assertThat(coverage("2012-03-31").hidden()).isTrue();
        assertThat(coverage("2012-03-31").records()).isEqualTo(4);
        assertThat(coverage("2012-04-01").hidden()).isFalse();
    }

    private long lines(String asOf) {
        return coverage(asOf).records();
    }

    private Figure coverage(String asOf) {
        return localSourcing
                .report(
                        new LocalSourcingQuery(
                                LocalDate.parse("2012-01-01"),
                                LocalDate.parse("2012-12-31"),
                                LocalDate.parse(asOf),
                                null,
                                Scope.REGION),
                        Actor.PUBLIC)
                .total()
                .coverage();
    }

    private void post(String code, String day, boolean named) {
        entities.createNativeQuery("""
                        insert into requirement_line (code, buyer_code, buyer_name, buyer_kind, buyer_city, posted_on, name,
                            category_code, criteria, provenance, recorded_at, names_buyer)
                        values (?1, 'U-' || ?1, '测试单位' || ?1, 'PUBLIC_BODY', '430100', cast(?2 as date), '电梯', 'elevator',
                            '[]', 'DOCUMENTED', cast(?2 || ' 10:00+08' as timestamptz), ?3)""")
                .setParameter(1, code)
                .setParameter(2, day)
                .setParameter(3, named)
                .executeUpdate();
    }

    private void end(String code, String why, @Nullable String by, String day) {
        entities.createNativeQuery("""
                        insert into requirement_line_end (line_code, why, superseded_by, recorded_at)
                        values (?1, ?2, nullif(?3, ''), cast(?4 || ' 10:00+08' as timestamptz))""")
                .setParameter(1, code)
                .setParameter(2, why)
                .setParameter(3, by == null ? "" : by)
                .setParameter(4, day)
                .executeUpdate();
    }
}
