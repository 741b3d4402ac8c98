package org.xiangpei.insight;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import jakarta.inject.Inject;

import io.quarkus.test.TestTransaction;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.ledger.Asked;
import org.xiangpei.ledger.Cut;
import org.xiangpei.ledger.Dimension;
import org.xiangpei.ledger.Grouped;
import org.xiangpei.ledger.KindOfBuyer;
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
    @ValueSource(longs = {1, 2, 3, 4})
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
        for (int i = 0; i < 3; i++) {
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
                scope(random));
        CoverageSums whole = figures.sums(cut, null).total();
        assertThat(whole).as("seed %d, step %d: %s", seed, step, cut).isEqualTo(counted(cut));
        for (Dimension dimension : Dimension.values()) {
            Grouped<CoverageSums> kept = figures.sums(cut, dimension);
            assertThat(kept)
                    .as("seed %d, step %d, by %s: %s", seed, step, dimension, cut)
                    .isEqualTo(figures.sumsOfFacts(cut, dimension));
            assertThat(sum(kept)).isEqualTo(whole).isEqualTo(kept.total());
        }
        assertSameAtOnce(cut, new Period(from.minusDays(random.nextInt(300)), from.plusDays(random.nextInt(60))));
    }

    /** Several questions asked at once, of periods that overlap, get the answers that each gets alone. */
    private void assertSameAtOnce(Cut cut, Period other) {
        var questions = List.of(
                new Asked(cut.period(), Dimension.CATEGORY),
                new Asked(other, null),
                new Asked(other, Dimension.MONTH),
                new Asked(cut.period(), Dimension.BUYER_CITY));
        assertThat(figures.answers(cut, questions))
                .isEqualTo(questions.stream()
                        .map(it -> figures.answers(cut, List.of(it)).getFirst())
                        .toList());
    }

    private static CoverageSums sum(Grouped<CoverageSums> of) {
        return of.groups().stream()
                .map(Grouped.Group::sums)
                .reduce(
                        CoverageSums.NONE,
                        (one, other) -> new CoverageSums(
                                one.lines() + other.lines(),
                                one.qualified() + other.qualified(),
                                one.open() + other.open(),
                                one.illustrative() + other.illustrative()));
    }

    /** The rules once more, for the whole of a cut. */
    private CoverageSums counted(Cut cut) {
        KindOfBuyer kind = cut.scope().buyerKind();
        Object[] row = session.createNativeQuery("""
                                select count(*), count(*) filter (where coverage = 'QUALIFIED'),
                                    count(*) filter (where coalesce(coverage, 'POSSIBLE') = 'POSSIBLE'), count(*) filter (where provenance = 'ILLUSTRATIVE')
                                from (
                                    select line.*, (select coverage from line_coverage found where found.line_code = line.code and found.as_of <= :asOf
                                        order by as_of desc, recorded_at desc limit 1) as coverage
                                    from requirement_line line
                                    where recorded_at < :known and posted_on between :from and :to
                                        and not exists (select from requirement_line_end over where over.line_code = line.code and over.recorded_at < :known)
                                        and (:category = '' or category_code = :category) and (:kind = '' or coalesce(buyer_kind, 'UNKNOWN') = :kind)) line""", Object[].class)
                .setParameter("asOf", cut.asOf())
                .setParameter("known", cut.knownBefore())
                .setParameter("from", cut.period().from())
                .setParameter("to", cut.period().to())
                .setParameter("category", Objects.requireNonNullElse(cut.scope().category(), ""))
                .setParameter("kind", kind == null ? "" : kind.name())
                .getSingleResult();
        return new CoverageSums((long) row[0], (long) row[1], (long) row[2], (long) row[3]);
    }

    private static Scope scope(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Scope(null, null, null, null, KindOfBuyer.PUBLIC_BODY);
            case 1 -> new Scope(null, null, null, null, KindOfBuyer.UNKNOWN);
            case 2 -> new Scope(null, null, "gis", null);
            default -> Scope.REGION;
        };
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
            values (:code, 'U-A', '测试单位', nullif(:kind, ''), '430100', :day, '电梯', :category, '[]', 'DOCUMENTED', :known, :named)""")
                .setParameter("code", code)
                .setParameter("day", day)
                .setParameter(
                        "known",
                        day.plusDays(random.nextInt(20))
                                .atTime(random.nextInt(24), 0)
                                .atZone(zone())
                                .toInstant())
                .setParameter("named", random.nextBoolean())
                .setParameter("kind", List.of("PUBLIC_BODY", "MANUFACTURER", "").get(random.nextInt(3)))
                .setParameter("category", random.nextBoolean() ? "elevator" : "gis")
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
