package org.xiangpei.insight;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;

import jakarta.inject.Inject;

import io.quarkus.test.TestTransaction;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.ledger.Cut;
import org.xiangpei.ledger.Dimension;
import org.xiangpei.ledger.Period;
import org.xiangpei.ledger.Scope;

import static org.assertj.core.api.Assertions.assertThat;

/** Coverage as it is kept is that of the facts, whatever became known in whatever order. Nothing of it is committed. */
@XiangpeiTest
@TestTransaction
class CoverageKeepingTest {

    private static final LocalDate BEGINNING = LocalDate.of(2012, 1, 1);

    @Inject
    CoverageFigures figures;

    @Inject
    CoverageKeeping keeping;

    @Inject
    Session session;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatIsKeptSaysWhatTheFactsSay(long seed) {
        var random = new Random(seed);
        int lines = 0;
        for (int step = 0; step < 150; step++) {
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> post("X" + ++lines, random);
                case 3, 4 -> judge("X" + random.nextInt(1, lines + 2), random);
                case 5 -> end("X" + random.nextInt(1, lines + 2), random);
                case 6 -> keeping.keepPiece();
                default -> assertSame(seed, step, random);
            }
        }
        keepAll();
        for (int i = 0; i < 10; i++) {
            assertSame(seed, 150, random);
        }
    }

    @Test
    void whatIsKeptOtherwiseIsMadeAnew() {
        keepAll();
        session.createNativeMutationQuery("update coverage_stretch set coverage = 'NONE'")
                .executeUpdate();
        Cut cut = new Cut(
                new Period(BEGINNING, LocalDate.of(2026, 1, 1)), LocalDate.of(2026, 1, 1), zone(), Scope.REGION);
        assertThat(figures.sums(cut, null)).isNotEqualTo(figures.sumsOfFacts(cut, null));
        session.createNativeMutationQuery("update coverage_stretch_state set make = 0")
                .executeUpdate();
        assertThat(figures.sums(cut, null)).isEqualTo(figures.sumsOfFacts(cut, null));
        keepAll();
        assertThat(figures.sums(cut, Dimension.CATEGORY)).isEqualTo(figures.sumsOfFacts(cut, Dimension.CATEGORY));
    }

    private void assertSame(long seed, int step, Random random) {
        LocalDate from = day(random);
        Cut cut = new Cut(
                new Period(from, from.plusDays(random.nextInt(400))),
                day(random).plusDays(random.nextInt(200)),
                zone(),
                Scope.REGION);
        for (Dimension dimension : Dimension.values()) {
            assertThat(figures.sums(cut, dimension))
                    .as("seed %d, step %d, by %s: %s", seed, step, dimension, cut)
                    .isEqualTo(figures.sumsOfFacts(cut, dimension));
        }
    }

    private void keepAll() {
        for (boolean more = true; more; ) {
            more = keeping.keepPiece();
        }
    }

    private static ZoneId zone() {
        return ZoneId.of("Asia/Shanghai");
    }

    private static LocalDate day(Random random) {
        return BEGINNING.plusDays(random.nextInt(400));
    }

    private void post(String code, Random random) {
        LocalDate day = day(random);
        session.createNativeMutationQuery("""
                        insert into requirement_line (code, buyer_code, buyer_name, buyer_kind, buyer_city, posted_on, name,
                            category_code, criteria, provenance, recorded_at, names_buyer)
                        values (:code, 'U-A', '测试单位', 'PUBLIC_BODY', '430100', :day, '电梯', 'elevator', '[]', 'DOCUMENTED', :known, :named)""")
                .setParameter("code", code)
                .setParameter("day", day)
                .setParameter(
                        "known",
                        day.plusDays(random.nextInt(20))
                                .atTime(random.nextInt(24), 0)
                                .atZone(zone())
                                .toInstant())
                .setParameter("named", random.nextBoolean())
                .executeUpdate();
    }

    private void judge(String code, Random random) {
        session.createNativeMutationQuery("""
                        insert into line_coverage (line_code, as_of, coverage, recorded_at)
                        select code, :day, :coverage, now() from requirement_line where code = :code on conflict do nothing""")
                .setParameter("code", code)
                .setParameter("day", day(random))
                .setParameter(
                        "coverage", List.of("QUALIFIED", "POSSIBLE", "NONE").get(random.nextInt(3)))
                .executeUpdate();
    }

    private void end(String code, Random random) {
        session.createNativeMutationQuery("""
                        insert into requirement_line_end (line_code, why, recorded_at)
                        select code, 'DROPPED', :known from requirement_line where code = :code on conflict do nothing""")
                .setParameter("code", code)
                .setParameter(
                        "known",
                        day(random).atTime(random.nextInt(24), 0).atZone(zone()).toInstant())
                .executeUpdate();
    }
}
