package org.xiangpei.matching.outlook;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.Offices;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Role;
import org.xiangpei.matching.answer.AnswerRounds;
import org.xiangpei.matching.answer.Cylinders;
import org.xiangpei.matching.outlook.SupplyRisk.Kind;
import org.xiangpei.notification.Outbox;
import org.xiangpei.requirement.Buying;
import org.xiangpei.requirement.KeptLine;
import org.xiangpei.requirement.Publication;
import org.xiangpei.requirement.Requirements;
import org.xiangpei.shared.City;

import static org.assertj.core.api.Assertions.assertThat;

/** What firms and bureaus learn of open lines, and what they do not. */
@XiangpeiTest
class OutlookTest {

    @Inject
    Requirements requirements;

    @Inject
    AnswerRounds rounds;

    @Inject
    NearMisses nearMisses;

    @Inject
    SupplyRisks risks;

    @Inject
    Clock clock;

    private final Organization firm = Offices.firm();
    private final Actor supplier = member(firm, City.XIANGTAN, Role.SUPPLIER);
    private final Actor buyer = Buying.buyer();
    private final Actor secondBuyer = Buying.buyer();

    /** 湘潭, where the sample has fewer firms, so that sums of this test are not mixed with those of others. */
    @BeforeEach
    void list() {
        clean();
        Cylinders.firm("XAF1", City.XIANGTAN.code());
        Cylinders.product("XAP1", "XAF1", "31.5");
        Outbox.sql("update organization set firm_code = 'XAF1' where code = '" + firm.code() + "'");
    }

    @AfterEach
    void clean() {
        Buying.clean();
        Outbox.sql("update organization set firm_code = null where firm_code = 'XAF1'");
        Cylinders.remove();
    }

    @Test
    void aFirmLearnsHowFarToGoAndWhatThatMeets() {
        publish(buyer, Publication.toAll(true), Cylinders.asking("35"), Cylinders.asking("35"), Cylinders.asking("40"));
        assertThat(nearMisses.ofFirm(supplier)).singleElement().satisfies(it -> {
            assertThat(it.product()).isEqualTo("XAP1");
            assertThat(it.steps())
                    .extracting(step -> step.changes().getFirst().to() + " " + step.lines())
                    .containsExactly("35 MPa 2", "40 MPa 3");
        });
    }

    @Test
    void fiveBudgetsOfTwoBuyersAreSummedAndFourAreNot() {
        publish(buyer, Publication.toAll(true), asking("250000"), asking("250000"), asking("250000"), asking("250000"));
        assertThat(nearMisses.ofFirm(supplier).getFirst().best().money()).isEmpty();
        publish(secondBuyer, Publication.toAll(true), asking("211111"));
        assertThat(nearMisses.ofFirm(supplier).getFirst().best().money())
                .hasValueSatisfying(sum -> assertThat(sum).hasToString("1200000.00"));
    }

    @Test
    void aRequirementForOthersIsNotCounted() {
        publish(buyer, Publication.toChosen(Set.of("F001"), true), Cylinders.asking("35"));
        assertThat(nearMisses.ofFirm(supplier)).isEmpty();
        publish(buyer, Publication.toChosen(Set.of("XAF1"), true), Cylinders.asking("35"));
        assertThat(nearMisses.ofFirm(supplier)).hasSize(1);
    }

    @Test
    void draftsAndWhatHasEndedAreNotCounted() {
        requirements.draft(buyer, "草稿", List.of(Cylinders.asking("35")));
        String code = publish(buyer, Publication.toAll(true), Cylinders.asking("35"));
        assertThat(nearMisses.ofFirm(supplier).getFirst().best().lines()).isEqualTo(1);
        requirements.withdraw(buyer, code, "不需要了");
        rounds.go();
        assertThat(nearMisses.ofFirm(supplier)).isEmpty();
    }

    @Test
    void aBureauReadsSumsOfItsCityAndNothingBelowFive() {
        publish(buyer, Publication.toAll(true), asking("1000"), asking("1000"), asking("1000"), asking("1000"));
        assertThat(nearMisses.ofCity(City.XIANGTAN).told()).isEmpty();
        assertThat(nearMisses.ofCity(City.XIANGTAN).untold()).isPositive();
        publish(secondBuyer, Publication.toAll(true), asking("1000"));
        assertThat(nearMisses.ofCity(City.XIANGTAN).told()).singleElement().satisfies(it -> {
            assertThat(it.lines()).isEqualTo(5);
            assertThat(it.firms()).isEqualTo(1);
            assertThat(it.money()).hasValueSatisfying(sum -> assertThat(sum).hasToString("5000.00"));
        });
    }

    @Test
    void anOrganisationThatIsNoFirmOfTheCatalogueHasNoNearMisses() {
        publish(buyer, Publication.toAll(true), Cylinders.asking("35"));
        assertThat(nearMisses.ofFirm(member(Offices.firm(), City.CHANGSHA, Role.SUPPLIER)))
                .isEmpty();
    }

    @Test
    void aBuyerIsWarnedBeforeTheOnlySupplierExpires() {
        publish(buyer, Publication.toAll(true), Cylinders.asking("30"));
        assertThat(risks.own(buyer)).isEmpty();
        Cylinders.until("XAP1", LocalDate.now(clock).plusDays(60));
        rounds.go();
        assertThat(risks.own(buyer)).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(Kind.SOON);
            assertThat(it.products()).extracting(SupplyRisk.Ending::product).containsExactly("XAP1");
        });
        assertThat(risks.own(secondBuyer)).as("another's lines are not told").isEmpty();
    }

    @Test
    void aSupplyThatIsLostIsListedUntilThereIsAnother() {
        publish(buyer, Publication.toAll(true), Cylinders.asking("30"));
        Cylinders.until("XAP1", LocalDate.now(clock).minusDays(1));
        rounds.go();
        assertThat(risks.own(buyer))
                .singleElement()
                .extracting(SupplyRisk::kind)
                .isEqualTo(Kind.LOST);
        Cylinders.product("XAP2", "XAF1", "32");
        rounds.go();
        assertThat(risks.own(buyer)).isEmpty();
    }

    @Test
    void aBureauReadsItsProductsAtRiskWithoutCountingFew() {
        Cylinders.until("XAP1", LocalDate.now(clock).plusDays(60));
        publish(buyer, Publication.toAll(true), Cylinders.asking("30"));
        assertThat(ofXiangtan().lines()).as("too few to be told").isZero();
        publish(
                secondBuyer,
                Publication.toAll(true),
                Cylinders.asking("30"),
                Cylinders.asking("30"),
                Cylinders.asking("30"),
                Cylinders.asking("30"));
        assertThat(ofXiangtan().lines()).isEqualTo(5);
        assertThat(risks.ofCity(City.ZHUZHOU))
                .noneMatch(it -> it.product().product().equals("XAP1"));
    }

    private SupplyRisks.ProductAtRisk ofXiangtan() {
        return risks.ofCity(City.XIANGTAN).stream()
                .filter(it -> it.product().product().equals("XAP1"))
                .findFirst()
                .orElseThrow();
    }

    private static KeptLine.Content asking(String budget) {
        return Cylinders.asking("35", budget);
    }

    private String publish(Actor who, Publication how, KeptLine.Content... lines) {
        String code = requirements.draft(who, "试验需求", List.of(lines)).code();
        requirements.publish(who, code, how);
        rounds.go();
        return code;
    }

    private static Actor member(Organization of, City city, Role role) {
        return Actor.member("x-" + of.code(), "测试", of.code(), of.name(), Optional.of(city), Set.of(role));
    }
}
