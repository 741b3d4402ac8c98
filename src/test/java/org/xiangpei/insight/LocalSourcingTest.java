package org.xiangpei.insight;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.test.TestTransaction;
import org.assertj.core.api.AbstractStringAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Role;
import org.xiangpei.ledger.Asked;
import org.xiangpei.ledger.Cut;
import org.xiangpei.ledger.Dimension;
import org.xiangpei.ledger.PurchaseRecord;
import org.xiangpei.ledger.PurchaseRecords;
import org.xiangpei.ledger.Purchases;
import org.xiangpei.ledger.Scope;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Money;
import org.xiangpei.shared.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The rules of design section 5 on a few purchases of 2012, before the sample begins; nothing of it is committed. Asked by an operator, who
 * reads all purchases, where it is not about what few of them hide.
 */
@XiangpeiTest
@TestTransaction
class LocalSourcingTest {

    private static final Actor OPERATOR = member("X-OPERATOR", Role.OPERATOR);

    /** None of them can read the purchases of several buyers one by one; the last those of XB. */
    private static final List<Actor> STRANGERS = List.of(
            Actor.PUBLIC,
            Actor.SERVICE,
            member("X-FIRM", Role.SUPPLIER),
            member("X-BUREAU", Role.BUREAU),
            member("X-BUYER", Role.BUYER),
            member("XB", Role.BUYER));

    @Inject
    LocalSourcing localSourcing;

    @Inject
    PurchaseRecords ledger;

    @Test
    void localIsWhatIsProducedInOneOfTheThreeCities() {
        record(
                bought("2012-01-05").madeIn("430100").costing("X1", "100"),
                bought("2012-01-05").madeIn("430281").costing("X2", "200"),
                bought("2012-01-05").madeIn("430382").costing("X3", "300"),
                bought("2012-01-05").madeIn("430600").costing("X4", "400"));
        assertRate(total().awardValue()).isEqualTo("600.00/1000.00=0.600000 of 4, unknown 0.000000");
        assertRate(total().lineCount()).isEqualTo("3/4=0.750000 of 4, unknown 0.000000");
    }

    @Test
    void theRegisteredAddressDoesNotMatter() {
        record(bought("2012-01-05").madeIn("320505").costing("X1", "100"));
        assertRate(total().awardValue()).startsWith("0.00/100.00=0.000000");
    }

    @Test
    void unknownOriginCountsAsNotLocalAndIsStatedBesideTheRate() {
        record(
                bought("2012-01-05").costing("X1", "250"),
                bought("2012-01-05").madeIn(null).costing("X2", "750"));
        assertRate(total().awardValue()).isEqualTo("250.00/1000.00=0.250000 of 2, unknown 0.750000");
        assertRate(total().lineCount()).isEqualTo("1/2=0.500000 of 2, unknown 0.500000");
    }

    @Test
    void undeclaredContentCountsAsZero() {
        record(
                bought("2012-01-05").declaring("X1", "100", "80"),
                bought("2012-01-05").madeIn("110105").declaring("X2", "100", "10.5"),
                bought("2012-01-05").costing("X3", "200"));
        assertRate(total().declaredContent()).isEqualTo("90.50/400.00=0.226250 of 3, unknown 0.500000");
    }

    @Test
    void aProductIsRecognisedOnlyWhileItIsListed() {
        record(bought("2012-01-05").ofProduct("X1", "100", "P036"));
        assertRate(total().recognised()).startsWith("0.00/100.00");
        var listed = Purchases.by("XB", "2022-06-01");
        record(
                listed.ofProduct("X2", "100", "P036"),
                listed.ofProduct("X3", "100", "P036"),
                listed.costing("X4", "100"),
                listed.costing("X5", "100"),
                listed.costing("X6", "100"));
        assertRate(report("2022-06-01", "2022-06-01", null, ofBuyer("XB"))
                        .total()
                        .recognised())
                .startsWith("200.00/500.00=0.400000");
    }

    @Test
    void aCorrectionSupersedesFromTheDayItIsRecorded() {
        record(
                bought("2012-01-05").madeIn("430600").costing("X1", "100"),
                bought("2012-01-05").recordedOn("2012-03-10").superseding("X1", "X2", "150"),
                bought("2012-01-05").recordedOn("2012-05-20").superseding("X2", "X3", "0"));
        assertRate(asOf("2012-01-04").awardValue()).startsWith("0.00/0.00=none");
        assertRate(asOf("2012-03-09").awardValue()).startsWith("0.00/100.00=0.000000");
        assertRate(asOf("2012-03-10").awardValue()).startsWith("150.00/150.00=1.000000");
        assertRate(asOf("2012-05-20").lineCount()).startsWith("0/0=none");
    }

    @Test
    void aCorrectionMayMoveAPurchaseOutOfThePeriod() {
        record(
                bought("2012-01-05").costing("X1", "100"),
                bought("2011-12-30").recordedOn("2012-02-01").superseding("X1", "X2", "100"));
        assertThat(report("2012-01-01", "2012-12-31", Dimension.MONTH, Scope.REGION)
                        .groups())
                .isEmpty();
        assertRate(asOf("2012-01-31").awardValue()).startsWith("100.00/100.00");
    }

    @Test
    void bothEndsOfAPeriodBelongToItAndQuartersMeetAtMidnight() {
        record(
                bought("2012-03-31").costing("X1", "1"),
                bought("2012-04-01").costing("X2", "2"),
                bought("2012-06-30").costing("X3", "4"),
                bought("2012-07-01").costing("X4", "8"));
        assertThat(report("2012-03-31", "2012-06-30", Dimension.QUARTER, Scope.REGION)
                        .groups())
                .extracting(it ->
                        it.key() + " " + it.label() + " " + shown(it.numbers().awardValue()))
                .containsExactly(
                        "2012Q1 2012年第1季度 1.00/1.00=1.000000 of 1, unknown 0.000000",
                        "2012Q2 2012年第2季度 6.00/6.00=1.000000 of 2, unknown 0.000000");
    }

    @Test
    void nothingDividedByNothingHasNoValue() {
        assertRate(total().awardValue()).isEqualTo("0.00/0.00=none of 0, unknown none");
        assertRate(total().coverage()).isEqualTo("0/0=none of 0, unknown none");
    }

    /** The group of 7 is hidden too: the total less the 9 and it would be what the 4 are. */
    @ParameterizedTest
    @EnumSource(names = {"BUYER_CITY", "CATEGORY", "CHAIN", "MONTH", "BUYER"})
    void fourRecordsHideTheirGroupFromWhoCannotReadThemAndFiveDoNot(Dimension dimension) {
        record(9, "A", bought("2012-01-05"));
        record(4, "B", Purchases.by("XB", "2012-02-05").in(City.ZHUZHOU).of("gis"));
        record(7, "C", Purchases.by("XC", "2012-03-05").in(City.XIANGTAN).of("traction_converter"));
        for (Actor stranger : STRANGERS) {
            boolean own = dimension == Dimension.BUYER && "XB".equals(stranger.organization());
            assertThat(groups(dimension, stranger))
                    .as("%s as %s", dimension, stranger)
                    .containsExactlyInAnyOrderElementsOf(
                            own
                                    ? List.of("9 of 9", "4 of 4", "7 of 7")
                                    : List.of("9 of 9", "hidden of 4", "hidden of 7"));
            assertRate(year(dimension, stranger).total().lineCount()).startsWith("20/20");
        }
        assertThat(groups(dimension, OPERATOR)).containsExactlyInAnyOrder("9 of 9", "4 of 4", "7 of 7");
        record(1, "D", Purchases.by("XB", "2012-02-05").in(City.ZHUZHOU).of("gis"));
        for (Actor stranger : STRANGERS) {
            assertThat(groups(dimension, stranger)).containsExactlyInAnyOrder("9 of 9", "5 of 5", "7 of 7");
        }
    }

    @Test
    void aTotalOfFourRecordsIsHiddenWithAllThatRestsOnThem() {
        record(4, "A", bought("2012-01-05"));
        for (Actor stranger : STRANGERS) {
            var all = year(Dimension.YEAR, stranger);
            assertThat(List.of(
                            all.total().awardValue(),
                            all.total().lineCount(),
                            all.total().declaredContent(),
                            all.total().recognised()))
                    .extracting(LocalSourcingTest::shown)
                    .containsOnly("hidden of 4");
            assertThat(groups(Dimension.YEAR, stranger)).containsExactly("hidden of 4");
            assertRate(all.total().coverage()).startsWith("0/0=none");
        }
    }

    @Test
    void aBuyerSeesItsOwnFewRecordsWithTheirFlowsAndLeakageAndNobodyElseButTheOperatorDoes() {
        record(4, "B", Purchases.by("XB", "2022-06-01"));
        record(4, "C", Purchases.by("XB", "2022-06-01").madeIn("110105"));
        var day = new LocalSourcingQuery(
                LocalDate.parse("2022-06-01"), LocalDate.parse("2022-06-01"), null, null, ofBuyer("XB"));
        for (Actor viewer :
                Stream.concat(STRANGERS.stream(), Stream.of(OPERATOR)).toList()) {
            boolean reads = viewer.equals(OPERATOR) || "XB".equals(viewer.organization());
            var four = new Amount(4, reads ? money("400") : null);
            assertThat(localSourcing.report(day, viewer).flows())
                    .containsExactly(new Flow(City.CHANGSHA, City.ZHUZHOU, four));
            Cut cut = localSourcing.cut(day);
            assertThat(localSourcing
                            .withLeakage(cut, List.of(new Asked(cut.period(), null)), viewer)
                            .leakage())
                    .isEqualTo(four);
        }
    }

    /** Where it stands among the others would say between what amounts it is. */
    @Test
    void whatIsHiddenStandsLastWhateverItsAmount() {
        record(bought("2012-01-05").of("gis").costing("X1", "1000"));
        record(5, "A", bought("2012-01-05"));
        record(9, "C", bought("2012-01-05").of("traction_converter"));
        assertThat(year(Dimension.CATEGORY, Actor.PUBLIC).groups())
                .extracting(LocalSourcingReport.Group::key)
                .containsExactly("traction_converter", "elevator", "gis");
        assertThat(year(Dimension.CATEGORY, OPERATOR).groups())
                .extracting(LocalSourcingReport.Group::key)
                .containsExactly("gis", "traction_converter", "elevator");
    }

    @Test
    void moneyFlowsFromTheCityOfTheBuyerToTheCityOfProduction() {
        record(
                bought("2012-01-05").in(City.XIANGTAN).madeIn("430211").costing("X1", "100"),
                bought("2012-01-05").in(City.XIANGTAN).madeIn("430200").costing("X2", "50"),
                bought("2012-01-05").in(City.XIANGTAN).madeIn("310000").costing("X3", "7"));
        assertThat(report("2012-01-01", "2012-12-31", null, Scope.REGION).flows())
                .containsExactly(new Flow(City.XIANGTAN, City.ZHUZHOU, new Amount(2, money("150"))));
    }

    @Test
    void everyScopeNarrowsAndEveryGroupIsNamed() {
        record(
                bought("2012-01-05").costing("X1", "100"),
                bought("2012-01-05").in(City.ZHUZHOU).of("gis").costing("X2", "10"));
        assertThat(report("2012-01-01", "2012-12-31", Dimension.BUYER_CITY, Scope.REGION)
                        .groups())
                .extracting(LocalSourcingReport.Group::label)
                .containsExactly("长沙", "株洲");
        assertThat(report("2012-01-01", "2012-12-31", Dimension.CATEGORY, new Scope(null, City.ZHUZHOU, null, null))
                        .groups())
                .extracting(LocalSourcingReport.Group::label)
                .containsExactly("气体绝缘金属封闭开关设备");
        assertThat(report("2012-01-01", "2012-12-31", Dimension.CHAIN, new Scope(null, null, "elevator", "电梯"))
                        .groups())
                .extracting(LocalSourcingReport.Group::key)
                .containsExactly("电梯");
    }

    @Test
    void whatNobodyKnowsIsRefusedInsteadOfAnsweredWithZeros() {
        assertThatThrownBy(() -> report("2012-01-01", "2012-12-31", null, ofBuyer("XNOBODY")))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("XNOBODY");
    }

    private static Purchases bought(String day) {
        return Purchases.by("XA", day);
    }

    private void record(PurchaseRecord... records) {
        ledger.append(List.of(records));
    }

    private LocalSourcingReport.Numbers total() {
        return report("2012-01-01", "2012-12-31", null, Scope.REGION).total();
    }

    private LocalSourcingReport.Numbers asOf(String day) {
        return localSourcing
                .report(
                        new LocalSourcingQuery(
                                LocalDate.parse("2012-01-01"),
                                LocalDate.parse("2012-12-31"),
                                LocalDate.parse(day),
                                null,
                                Scope.REGION),
                        OPERATOR)
                .total();
    }

    private LocalSourcingReport report(String from, String to, @Nullable Dimension groupBy, Scope scope) {
        return localSourcing.report(
                new LocalSourcingQuery(LocalDate.parse(from), LocalDate.parse(to), null, groupBy, scope), OPERATOR);
    }

    private LocalSourcingReport year(Dimension groupBy, Actor viewer) {
        return localSourcing.report(
                new LocalSourcingQuery(
                        LocalDate.parse("2012-01-01"), LocalDate.parse("2012-12-31"), null, groupBy, Scope.REGION),
                viewer);
    }

    private List<String> groups(Dimension groupBy, Actor viewer) {
        return year(groupBy, viewer).groups().stream()
                .map(it -> it.numbers().lineCount())
                .map(it -> it.rate().map(rate -> rate.numerator().toString()).orElse("hidden") + " of " + it.records())
                .toList();
    }

    private void record(int times, String code, Purchases bought) {
        ledger.append(IntStream.range(0, times)
                .mapToObj(it -> bought.costing("X" + code + it, "100"))
                .toList());
    }

    private static Actor member(String organization, Role role) {
        return Actor.member("x", "x", organization, organization, Optional.empty(), Set.of(role));
    }

    private static Scope ofBuyer(String code) {
        return new Scope(code, null, null, null);
    }

    private static Money money(String yuan) {
        return new Money(new BigDecimal(yuan));
    }

    private static AbstractStringAssert<?> assertRate(Figure figure) {
        return assertThat(shown(figure));
    }

    private static String shown(Figure figure) {
        return figure.rate()
                .map(it -> "%s/%s=%s of %d, unknown %s"
                        .formatted(
                                it.numerator(),
                                it.denominator(),
                                it.value().map(Object::toString).orElse("none"),
                                it.records(),
                                it.unknownShare().map(Object::toString).orElse("none")))
                .orElse("hidden of " + figure.records());
    }
}
