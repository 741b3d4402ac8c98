package org.xiangpei.insight.gap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.test.TestTransaction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Role;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Rate;

import static org.assertj.core.api.Assertions.assertThat;

/** How lines make gaps, on which days. Before the sample begins, so that nothing else counts; nothing of it is committed. */
@XiangpeiTest
@TestTransaction
class GapLedgerTest {

    static final Actor BUREAU =
            Actor.member("x-bureau", "测试审查员", "X-BUREAU", "测试局", Optional.of(City.ZHUZHOU), Set.of(Role.BUREAU));

    @Inject
    GapRounds rounds;

    @Inject
    GapLedger ledger;

    @Inject
    EntityManager entities;

    @BeforeAll
    static void ready() {
        Demands.sampleIsReady();
    }

    @Test
    void linesThatLackTheSameAreOneGapWithItsDemand() {
        Demands.unmet(entities, "X-A", "U1", "2012-03-01");
        Demands.unmet(entities, "X-B", "U2", "2012-04-01");
        rounds.go();
        assertThat(gaps("2012-04-01", BUREAU)).singleElement().satisfies(gap -> {
            assertThat(gap.categoryName()).isEqualTo("电梯");
            assertThat(gap.lacks()).singleElement().returns("load_capacity", Lack::property);
            assertThat(gap.demand()).hasValueSatisfying(it -> assertThat(it)
                    .returns(2L, DemandSums::lines)
                    .returns(2L, DemandSums::none)
                    .returns(2L, DemandSums::buyers)
                    .returns("4", of -> of.quantities()
                            .getFirst()
                            .amount()
                            .stripTrailingZeros()
                            .toPlainString()));
            assertThat(gap.firstSeen()).contains(LocalDate.parse("2012-03-01"));
            assertThat(gap.gain().flatMap(Rate::value))
                    .hasValueSatisfying(it -> assertThat(it).isEqualByComparingTo("1"));
        });
    }

    @Test
    void aPastDayIsAsItWas() {
        Demands.unmet(entities, "X-A", "U1", "2012-03-01");
        Demands.unmet(entities, "X-B", "U2", "2012-04-01");
        Demands.covered(entities, "X-A", "2012-05-01", "QUALIFIED");
        Demands.ended(entities, "X-B", "2012-06-01");
        rounds.go();
        assertThat(lines("2012-02-28")).isZero();
        assertThat(lines("2012-03-31")).isEqualTo(1);
        assertThat(lines("2012-04-30")).isEqualTo(2);
        assertThat(lines("2012-05-01")).isEqualTo(1);
        assertThat(lines("2012-06-01")).isZero();
        assertThat(gaps("2012-06-01", BUREAU))
                .singleElement()
                .returns(GapState.CLOSED, GapItem::state)
                .returns(Optional.of(LocalDate.parse("2012-06-01")), GapItem::metOn);
    }

    @Test
    void oneThatComesAgainIsTheSame() {
        Demands.unmet(entities, "X-A", "U1", "2012-03-01");
        Demands.covered(entities, "X-A", "2012-04-01", "QUALIFIED");
        rounds.go();
        String before = gaps("2012-04-01", BUREAU).getFirst().code();
        Demands.unmet(entities, "X-B", "U2", "2012-05-01");
        rounds.go();
        assertThat(gaps("2012-05-01", BUREAU))
                .singleElement()
                .returns(before, GapItem::code)
                .returns(GapState.OPEN, GapItem::state);
    }

    @Test
    void whatMayDoIsToldFromWhatHasNothing() {
        Demands.post(entities, "X-A", "U1", "2012-03-01");
        Demands.covered(entities, "X-A", "2012-03-01", "POSSIBLE");
        Demands.unmet(entities, "X-B", "U1", "2012-03-01");
        rounds.go();
        var report = report("2012-03-01", BUREAU);
        assertThat(report.lines()).returns(1L, GapReport.LineCounts::possible).returns(1L, GapReport.LineCounts::none);
    }

    @Test
    void aLineThatNobodyMatchedIsInNoGap() {
        Demands.post(entities, "X-A", "U1", "2012-03-01");
        rounds.go();
        assertThat(gaps("2012-03-01", BUREAU)).isEmpty();
        assertThat(report("2012-03-01", BUREAU).lines())
                .returns(1L, GapReport.LineCounts::unmatched)
                .returns(0L, GapReport.LineCounts::unmet);
    }

    @Test
    void aFactOfTheSameDayCountsFromItsRecordingOn() {
        Demands.unmet(entities, "X-A", "U1", "2012-03-01");
        entities.createNativeQuery("""
                        insert into line_coverage (line_code, as_of, coverage, recorded_at)
                        values ('X-A', date '2012-03-01', 'QUALIFIED', timestamptz '2012-03-01 18:00+08')""").executeUpdate();
        rounds.go();
        assertThat(lines("2012-03-01")).isZero();
        assertThat(report("2012-03-01", BUREAU).lines().met()).isEqualTo(1);
    }

    @Test
    void fewLinesAreHiddenFromWhoCouldNotSeeThem() {
        for (int line = 1; line <= 4; line++) {
            Demands.unmet(entities, "X-" + line, "U" + line, "2012-03-01");
        }
        rounds.go();
        assertThat(gaps("2012-03-01", Actor.PUBLIC)).singleElement().satisfies(gap -> {
            assertThat(gap.hidden()).isTrue();
            assertThat(gap.gain()).isEmpty();
            assertThat(gap.firstSeen()).isEmpty();
            assertThat(gap.lacks()).singleElement().returns("", Lack::asked).returns("", Lack::cell);
        });
        Demands.unmet(entities, "X-5", "U5", "2012-03-01");
        rounds.go();
        assertThat(gaps("2012-03-01", Actor.PUBLIC).getFirst().hidden()).isFalse();
    }

    @Test
    void manyLinesOfOneBuyerAreHiddenToo() {
        for (int line = 1; line <= 6; line++) {
            Demands.unmet(entities, "X-" + line, "U1", "2012-03-01");
        }
        rounds.go();
        assertThat(gaps("2012-03-01", Actor.PUBLIC).getFirst().hidden()).isTrue();
        assertThat(gaps("2012-03-01", BUREAU).getFirst().hidden()).isFalse();
    }

    @Test
    void fewLinesForChosenFirmsOnlyAreNotEvenNamed() {
        Demands.secret(entities, "X-A", "U1", "2012-03-01");
        rounds.go();
        GapReport report = report("2012-03-01", Actor.PUBLIC);
        assertThat(report.gaps().items()).isEmpty();
        assertThat(report.withheld()).isEqualTo(new GapReport.Withheld(1, 1));
        assertThat(report.unmetLines()).isEqualTo(1);
    }

    @Test
    void budgetsAreSummedOnlyWhereNoSingleOneShows() {
        for (int line = 1; line <= 5; line++) {
            String code = "X-" + line;
            Demands.post(
                    entities,
                    code,
                    "U" + line % 2,
                    "430100",
                    "2012-03-01",
                    "load_capacity at_least 900000 kg",
                    "123456");
            Demands.covered(entities, code, "2012-03-01", "NONE");
        }
        rounds.go();
        assertThat(gaps("2012-03-01", Actor.PUBLIC).getFirst().demand().flatMap(DemandSums::budget))
                .hasValueSatisfying(it -> assertThat(it).hasToString("620000.00"));
        Demands.ended(entities, "X-5", "2012-04-01");
        rounds.go();
        assertThat(gaps("2012-04-01", BUREAU).getFirst().demand().flatMap(DemandSums::budget))
                .isEmpty();
    }

    @Test
    void aCityHasItsOwnLines() {
        Demands.unmet(entities, "X-A", "U1", "2012-03-01");
        Demands.post(entities, "X-B", "U2", "430200", "2012-03-01", "load_capacity at_least 900000 kg", null);
        Demands.covered(entities, "X-B", "2012-03-01", "NONE");
        rounds.go();
        var query = new GapQuery(LocalDate.parse("2012-03-01"), City.ZHUZHOU, null, null, null, null, 1, 50);
        assertThat(ledger.report(query, BUREAU).gaps().items())
                .singleElement()
                .satisfies(it -> assertThat(it.demand().orElseThrow().lines()).isEqualTo(1));
    }

    @Test
    void theYearIsToldByMonths() {
        Demands.unmet(entities, "X-A", "U1", "2012-01-15");
        Demands.unmet(entities, "X-B", "U2", "2012-03-10");
        Demands.covered(entities, "X-A", "2012-03-20", "QUALIFIED");
        rounds.go();
        String code = gaps("2012-04-05", BUREAU).getFirst().code();
        var months = ledger.one(code, on("2012-04-05"), BUREAU).months();
        assertThat(months).hasSize(12);
        assertThat(months.subList(8, 12))
                .extracting(it -> it.month() + " " + it.came() + " " + it.unmet())
                .containsExactly("2012-01 1 1", "2012-02 0 1", "2012-03 1 1", "2012-04 0 1");
    }

    /** Random lines, facts and ends: on random days each unmet line is in exactly one gap, and no other line in any. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void gapsHaveAllUnmetLinesOnce(long seed) {
        var dice = new Random(seed);
        for (int line = 0; line < 40; line++) {
            anyLine(dice, "X-" + line);
        }
        rounds.go();
        for (int day = 0; day < 6; day++) {
            String asOf = day(dice, 0).toString();
            List<String> unmet = plainlyUnmet(asOf);
            GapReport report = report(asOf, BUREAU);
            assertThat(report.lines().unmet()).isEqualTo(unmet.size());
            assertThat(report.unmetLines()).isEqualTo(unmet.size());
            assertThat(report.gaps().items().stream()
                            .mapToLong(it -> it.demand().orElseThrow().lines())
                            .sum())
                    .isEqualTo(unmet.size());
            List<String> placed = new ArrayList<>(placed(asOf));
            assertThat(new HashSet<>(placed)).hasSameSizeAs(placed);
            assertThat(placed).containsExactlyInAnyOrderElementsOf(unmet);
            GapReport seen = report(asOf, Actor.PUBLIC);
            assertThat(seen.unmetLines()).as("nothing is lost by hiding").isEqualTo(unmet.size());
        }
    }

    private void anyLine(Random dice, String code) {
        LocalDate posted = day(dice, 0);
        String asked =
                switch (dice.nextInt(4)) {
                    case 0 -> "load_capacity at_least " + (1000 + dice.nextInt(900_000)) + " kg";
                    case 1 -> "rated_elevator_speed at_least " + (1 + dice.nextInt(60)) + " m/s";
                    case 2 -> "holds ISO 9001; delivers_within " + (1 + dice.nextInt(30));
                    default -> "load_capacity at_least 900000 kg; rated_elevator_speed at_least 40 m/s";
                };
        String city = List.of("430100", "430200", "430300").get(dice.nextInt(3));
        Demands.post(entities, code, "U" + dice.nextInt(6), city, posted.toString(), asked, null);
        LocalDate at = posted;
        for (int fact = dice.nextInt(4); fact > 0; fact--) {
            Demands.covered(
                    entities,
                    code,
                    at.toString(),
                    List.of("NONE", "POSSIBLE", "QUALIFIED").get(dice.nextInt(3)));
            at = at.plusDays(1 + dice.nextInt(40));
        }
        if (dice.nextInt(4) == 0) {
            Demands.ended(entities, code, posted.plusDays(dice.nextInt(90)).toString());
        }
    }

    private static LocalDate day(Random dice, int after) {
        return LocalDate.of(2012, 1, 1).plusDays(after + dice.nextInt(300));
    }

    /** Written without the ledger's own tables. */
    private List<String> plainlyUnmet(String asOf) {
        return strings("""
                select line.code from requirement_line line
                where line.posted_on <= cast(?1 as date) and line.recorded_at < cast(cast(?1 as date) + 1 || ' 00:00+08' as timestamptz)
                    and not exists (select from requirement_line_end over where over.line_code = line.code
                        and over.recorded_at < cast(cast(?1 as date) + 1 || ' 00:00+08' as timestamptz))
                    and (select found.coverage from line_coverage found where found.line_code = line.code and found.as_of <= cast(?1 as date)
                        order by found.as_of desc, found.recorded_at desc limit 1) in ('NONE', 'POSSIBLE')""", asOf);
    }

    private List<String> placed(String asOf) {
        return strings("""
                select line_code from line_standing where gap_key is not null
                    and from_day <= cast(?1 as date) and (until_day is null or until_day > cast(?1 as date))""", asOf);
    }

    @SuppressWarnings("unchecked") // an untyped query of JPA
    private List<String> strings(String sql, String asOf) {
        return entities.createNativeQuery(sql, String.class)
                .setParameter(1, asOf)
                .getResultList();
    }

    private long lines(String asOf) {
        return report(asOf, BUREAU).unmetLines();
    }

    private List<GapItem> gaps(String asOf, Actor viewer) {
        return report(asOf, viewer).gaps().items();
    }

    private GapReport report(String asOf, Actor viewer) {
        return ledger.report(on(asOf), viewer);
    }

    private static GapQuery on(@Nullable String asOf) {
        return new GapQuery(asOf == null ? null : LocalDate.parse(asOf), null, null, null, null, null, 1, 200);
    }
}
