package org.xiangpei.insight;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import io.quarkus.test.TestTransaction;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Role;
import org.xiangpei.ledger.PurchaseRecord;
import org.xiangpei.ledger.PurchaseRecords;
import org.xiangpei.ledger.Purchases;
import org.xiangpei.ledger.Scope;
import org.xiangpei.shared.City;
import org.xiangpei.shared.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Why a rate differs between two days, on purchases of 2012; nothing of it is committed. */
@XiangpeiTest
@TestTransaction
class LocalSourcingChangesTest {

    private static final Actor OPERATOR =
            Actor.member("x", "x", "X-OPERATOR", "x", Optional.empty(), Set.of(Role.OPERATOR));

    @Inject
    LocalSourcingChanges changes;

    @Inject
    LocalSourcing rates;

    @Inject
    PurchaseRecords ledger;

    @Inject
    Session session;

    @Test
    void everyChangeHasItsReason() {
        ledger.append(List.of(
                bought("X1").costing("X1", "100"),
                bought("X2").madeIn("110105").costing("X2", "100"),
                bought("X3").costing("X3", "50"),
                bought("X4").of("power_cable").costing("X4", "70"),
                bought("X5").recordedOn("2012-03-01").costing("X5", "30"),
                bought("X2").recordedOn("2012-03-01").superseding("X2", "X2b", "100"),
                bought("X3").recordedOn("2012-03-02").superseding("X3", "X3b", "0"),
                bought("X4").recordedOn("2012-03-03").superseding("X4", "X4b", "70")));
        assertThat(causes(region().awardValue()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "NEW_PURCHASES", "1 30.00/30.00",
                        "CORRECTIONS", "1 100.00/0.00",
                        "WITHDRAWALS", "1 -50.00/-50.00",
                        "RECLASSIFICATIONS", "1 0.00/0.00"));
        assertThat(causes(ask(new Scope(null, null, "elevator", null)).awardValue()))
                .containsEntry("RECLASSIFICATIONS", "1 70.00/70.00");
    }

    @Test
    void theSameDayTwiceHasNoReasons() {
        ledger.append(List.of(bought("X1").costing("X1", "100")));
        var report = changes.report(
                new LocalSourcingChanges.Query(
                        day("2012-01-01"), day("2012-12-31"), day("2012-02-01"), day("2012-02-01"), Scope.REGION),
                OPERATOR);
        assertThat(report.numbers().awardValue().parts()).isEmpty();
        assertThat(report.numbers().awardValue().difference()).isEqualByComparingTo("0");
    }

    /** What came to be known of a product only later changes what is a recognised product, and nothing else; as of before it is as it was. */
    @Test
    void aSuspensionThatBecomesKnownLaterIsAReasonOfItsOwn() {
        ledger.append(List.of(
                new Purchases("XB", City.CHANGSHA, day("2022-06-01"), day("2022-06-01"), "elevator", "430211")
                        .ofProduct("X1", "100", "P036"),
                new Purchases("XB", City.CHANGSHA, day("2022-06-01"), day("2022-06-01"), "elevator", "430211")
                        .costing("X2", "300")));
        session.createNativeMutationQuery("""
                        insert into recognition_event (product_code, kind, starts_on, ends_on, recorded_at)
                        values ('P036', 'SUSPENDED', date '2022-05-01', date '2022-07-01', timestamptz '2022-08-15 12:00:00+08')""").executeUpdate();
        var query = new LocalSourcingChanges.Query(
                day("2022-06-01"),
                day("2022-06-01"),
                day("2022-08-14"),
                day("2022-08-15"),
                new Scope("XB", null, null, null));
        var numbers = changes.report(query, seeing("XB")).numbers();
        assertThat(causes(numbers.recognised())).containsExactly(Map.entry("EXPIRIES", "1 -100.00/0.00"));
        assertThat(numbers.recognised().difference()).isEqualByComparingTo("-0.25");
        assertThat(numbers.awardValue().difference()).isEqualByComparingTo("0");
        assertThat(recognised("2022-08-14")).isEqualByComparingTo("0.25");
        assertThat(recognised("2022-08-15")).isEqualByComparingTo("0");
    }

    @Test
    void fewRecordsAreKeptFromWhoCannotSeeThem() {
        List<PurchaseRecord> before = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            before.add(bought("X").costing("X" + i, "100"));
        }
        before.add(bought("X").recordedOn("2012-03-01").madeIn(null).costing("X7", "100"));
        ledger.append(before);
        Scope one = new Scope("XB", null, null, null);
        RateChange told = ask(one, Actor.PUBLIC).awardValue();
        assertThat(told.parts()).singleElement().satisfies(part -> {
            assertThat(part.records()).isEqualTo(1);
            assertThat(part.worth()).isEmpty();
        });
        assertThat(told.difference()).isNull();
        assertThat(ask(one, seeing("XB")).awardValue().difference()).isNotNull();
        assertThat(ask(one, seeing("XC")).awardValue().difference()).isNull();
        assertThat(ask(Scope.REGION, seeing("XB")).awardValue().difference()).isNull();
        assertThat(region().awardValue().difference()).isNotNull();
    }

    /** Of several parts one hidden one would be what the others leave of the difference. */
    @Test
    void noHiddenPartIsWhatTheOthersLeave() {
        List<PurchaseRecord> facts = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            facts.add(bought("X").costing("X" + i, "100"));
        }
        for (int i = 0; i < 6; i++) {
            facts.add(bought("X").recordedOn("2012-03-01").costing("Y" + i, "100"));
        }
        facts.add(bought("X").recordedOn("2012-03-01").superseding("X1", "Z1", "0"));
        ledger.append(facts);
        for (Scope scope : List.of(new Scope("XB", null, null, null), Scope.REGION)) {
            assertThat(ask(scope, Actor.PUBLIC).awardValue().parts()).hasSize(2).allMatch(it -> it.worth()
                    .isEmpty());
            assertThat(ask(scope).awardValue().parts()).hasSize(2).allMatch(it -> it.worth()
                    .isPresent());
        }
    }

    @Test
    void whereFewRecordsChangedAtAllTheDifferenceIsHiddenToo() {
        List<PurchaseRecord> facts = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            facts.add(bought("X").costing("X" + i, "100"));
        }
        for (int i = 0; i < 3; i++) {
            facts.add(bought("X").recordedOn("2012-03-01").madeIn(null).costing("Y" + i, "100"));
        }
        facts.add(bought("X").recordedOn("2012-03-01").superseding("X1", "Z1", "0"));
        ledger.append(facts);
        RateChange told = ask(Scope.REGION, Actor.PUBLIC).awardValue();
        assertThat(told.parts()).hasSize(2).allMatch(it -> it.worth().isEmpty());
        assertThat(told.difference()).isNull();
        assertThat(region().awardValue().difference()).isNotNull();
    }

    /** Random ledgers with everything that can happen, in the database: the reasons are exactly the difference, in every scope. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theReasonsAreExactlyTheDifferenceOfAnyLedger(long seed) {
        var random = new Random(seed);
        ledger.append(randomLedger(random));
        for (Scope scope : List.of(
                Scope.REGION,
                new Scope("XB", null, null, null),
                new Scope(null, City.ZHUZHOU, null, null),
                new Scope(null, null, "elevator", null))) {
            var numbers = ask(scope);
            for (RateChange change : List.of(
                    numbers.awardValue(), numbers.lineCount(), numbers.declaredContent(), numbers.recognised())) {
                if (change.difference() != null) {
                    assertThat(sum(change)).as("seed %d, %s", seed, scope).isEqualByComparingTo(change.difference());
                }
            }
        }
    }

    @Test
    void daysInTheWrongOrderOrToComeAreRefused() {
        assertThatThrownBy(() -> changes.report(
                        new LocalSourcingChanges.Query(null, null, day("2024-02-01"), day("2024-01-01"), Scope.REGION),
                        Actor.PUBLIC))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("asOfBefore");
        assertThatThrownBy(() -> changes.report(
                        new LocalSourcingChanges.Query(null, null, null, day("2999-01-01"), Scope.REGION),
                        Actor.PUBLIC))
                .isInstanceOf(RuleViolation.class);
    }

    private static List<PurchaseRecord> randomLedger(Random random) {
        List<PurchaseRecord> facts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String code = "X" + i;
            facts.add(random(random, "2012-01-10", "2012-02-0" + (1 + random.nextInt(9)), code, null));
            if (random.nextInt(3) == 0) {
                facts.add(random(
                        random, "2012-01-1" + random.nextInt(10), "2012-02-2" + random.nextInt(9), code + "b", code));
                if (random.nextInt(3) == 0) {
                    facts.add(random(random, "2011-12-10", "2012-03-1" + random.nextInt(9), code + "c", code + "b"));
                }
            }
        }
        for (int i = 40; i < 60; i++) {
            facts.add(random(random, "2012-01-10", "2012-03-0" + (1 + random.nextInt(9)), "X" + i, null));
        }
        return facts;
    }

    private static PurchaseRecord random(
            Random random, String day, String recordedOn, String code, @Nullable String supersedes) {
        String[] regions = {"430211", "430104", "430382", "110105", "430600", null};
        var purchase = Purchases.by(random.nextInt(2) == 0 ? "XB" : "XC", day)
                .recordedOn(recordedOn)
                .in(List.of(City.CHANGSHA, City.ZHUZHOU, City.XIANGTAN).get(random.nextInt(3)))
                .of(random.nextInt(2) == 0 ? "elevator" : "power_cable")
                .madeIn(regions[random.nextInt(regions.length)]);
        String amount = random.nextInt(9) == 0 && supersedes != null
                ? "0"
                : "%d.%02d".formatted(1 + random.nextInt(99_999), random.nextInt(100));
        if (supersedes != null) {
            return purchase.superseding(supersedes, code, amount);
        }
        return random.nextBoolean()
                ? purchase.declaring(code, amount, "%d.%02d".formatted(random.nextInt(100), random.nextInt(100)))
                : purchase.costing(code, amount);
    }

    private static Purchases bought(String ignored) {
        return Purchases.by("XB", "2012-01-05");
    }

    private ChangeReport.Numbers region() {
        return ask(Scope.REGION);
    }

    private ChangeReport.Numbers ask(Scope scope) {
        return ask(scope, OPERATOR);
    }

    private ChangeReport.Numbers ask(Scope scope, Actor viewer) {
        return changes.report(
                        new LocalSourcingChanges.Query(
                                day("2012-01-01"), day("2012-12-31"), day("2012-02-15"), day("2012-12-31"), scope),
                        viewer)
                .numbers();
    }

    private BigDecimal recognised(String asOf) {
        return rates.report(
                        new LocalSourcingQuery(
                                day("2022-06-01"),
                                day("2022-06-01"),
                                day(asOf),
                                null,
                                new Scope("XB", null, null, null)),
                        seeing("XB"))
                .total()
                .recognised()
                .rate()
                .flatMap(it -> it.value())
                .orElseThrow();
    }

    private static Actor seeing(String buyer) {
        return Actor.member("x", "x", buyer, buyer, Optional.empty(), Set.of(Role.BUYER));
    }

    private static BigDecimal sum(RateChange change) {
        return change.parts().stream()
                .map(it -> it.worth().orElseThrow().points())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Map<String, String> causes(RateChange change) {
        return change.parts().stream()
                .collect(Collectors.toMap(
                        it -> it.cause().name(),
                        it -> it.records() + " "
                                + it.worth().orElseThrow().numerator().setScale(2) + "/"
                                + it.worth().orElseThrow().denominator().setScale(2)));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
