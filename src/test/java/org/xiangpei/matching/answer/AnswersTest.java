package org.xiangpei.matching.answer;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.Offices;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Account;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Role;
import org.xiangpei.matching.Coverage;
import org.xiangpei.matching.offer.JointOffer;
import org.xiangpei.notification.Outbox;
import org.xiangpei.requirement.Buying;
import org.xiangpei.requirement.KeptLine;
import org.xiangpei.requirement.LineState;
import org.xiangpei.requirement.Publication;
import org.xiangpei.requirement.Requirements;
import org.xiangpei.shared.NotFound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Lines are answered in the background, follow the catalogue, and tell their buyer what has changed, once. */
@XiangpeiTest
class AnswersTest {

    @Inject
    Requirements requirements;

    @Inject
    Answers answers;

    @Inject
    AnswerRounds rounds;

    private final Organization office = Offices.firm();
    private final Account person = Offices.person(office, Role.BUYER);
    private final Actor buyer = Buying.buyerOf(office);

    @BeforeEach
    @AfterEach
    void clean() {
        Buying.clean();
        Cylinders.remove();
    }

    @Test
    void aLineToldByItsNameAloneIsCountedApart() {
        var named = new KeptLine.Content("液压油缸", null, null, null, null, null, null, List.of());
        String code = draft(named, Cylinders.asking("20"));
        rounds.go();
        BillCoverage bill = answers.coverage(buyer, code);
        assertThat(bill.of(Coverage.FOUND).lines()).isEqualTo(1);
        assertThat(bill.of(Coverage.QUALIFIED).lines()
                        + bill.of(Coverage.POSSIBLE).lines()
                        + bill.of(Coverage.NONE).lines())
                .isEqualTo(1);
        assertThat(answers.page(buyer, code, LineFilter.FOUND, 1, 20).total()).isEqualTo(1);
        assertThat(answers.offer(buyer, code, true).uncovered()).contains(1);
    }

    @Test
    void aBillIsCountedByCoverageInLinesAndMoney() {
        Cylinders.firm("XAF1");
        Cylinders.product("XAP1", "XAF1", "31.5");
        String code = draft(Cylinders.asking("20", "100000"), Cylinders.asking("35", "50000"), Cylinders.asking("25"));
        assertThat(answers.coverage(buyer, code).waiting()).isEqualTo(3);
        rounds.go();
        BillCoverage bill = answers.coverage(buyer, code);
        assertThat(bill.isComplete()).isTrue();
        assertThat(bill.of(Coverage.QUALIFIED).lines()).isEqualTo(2);
        assertThat(bill.of(Coverage.QUALIFIED).money()).hasToString("100000.00");
        assertThat(bill.of(Coverage.NONE).lines()).isEqualTo(1);
        assertThat(bill.of(Coverage.NONE).money()).hasToString("50000.00");
        assertThat(bill.budgeted()).isEqualTo(2);
    }

    @Test
    void linesAreShownPageByPageAndByTheirCoverage() {
        Cylinders.firm("XAF1");
        Cylinders.product("XAP1", "XAF1", "31.5");
        String code = draft(Cylinders.asking("20"), Cylinders.asking("35"), Cylinders.asking("25"));
        assertThat(answers.page(buyer, code, LineFilter.ALL, 1, 2).items()).hasSize(2);
        rounds.go();
        assertThat(answers.page(buyer, code, LineFilter.ALL, 2, 2).items())
                .extracting(LineAnswer::number)
                .containsExactly(3);
        assertThat(answers.page(buyer, code, LineFilter.QUALIFIED, 1, 20).items())
                .extracting(LineAnswer::number)
                .containsExactly(1, 3);
        assertThat(answers.page(buyer, code, LineFilter.NONE, 1, 20).total()).isEqualTo(1);
    }

    @Test
    void aLineThatIsNotWantedIsNotAnswered() {
        String code = draft(Cylinders.asking("20"), Cylinders.asking("35"));
        requirements.setState(buyer, code, 2, LineState.DROPPED);
        rounds.go();
        assertThat(answers.coverage(buyer, code).lines()).isEqualTo(1);
        assertThatThrownBy(() -> answers.line(buyer, code, 2)).isInstanceOf(NotFound.class);
    }

    @Test
    void anotherOrganisationsAnswersDoNotExist() {
        String code = draft(Cylinders.asking("20"));
        Actor other = Buying.buyer();
        assertThatThrownBy(() -> answers.coverage(other, code)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> answers.page(other, code, LineFilter.ALL, 1, 20))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> answers.line(other, code, 1)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> answers.offer(other, code, false)).isInstanceOf(NotFound.class);
    }

    @Test
    void aLineThatCannotBeMatchedIsNamedAndHoldsNothingUp() {
        String code = draft(
                Cylinders.asking("20"), Cylinders.line("no_such_property at_least 5 kg", null), Cylinders.asking("25"));
        rounds.go();
        BillCoverage bill = answers.coverage(buyer, code);
        assertThat(bill.unmatchable()).isEqualTo(1);
        assertThat(bill.waiting()).isZero();
        assertThat(bill.of(Coverage.NONE).lines()).isEqualTo(2);
        assertThat(answers.page(buyer, code, LineFilter.UNMATCHABLE, 1, 20).items())
                .singleElement()
                .satisfies(it -> assertThat(it.problem())
                        .hasValueSatisfying(why -> assertThat(why).contains("no_such_property")));
    }

    @Test
    void aProductThatNewlyQualifiesIsToldOnceForALine() {
        Cylinders.firm("XAF1");
        String code = publish(Cylinders.asking("20"), Cylinders.asking("35"));
        rounds.go();
        assertThat(told()).isEmpty();
        Cylinders.product("XAP1", "XAF1", "31.5");
        rounds.go();
        rounds.go();
        assertThat(told())
                .singleElement()
                .asString()
                .contains("有新的合格产品", "第 1 行：试验大缸XAP1")
                .doesNotContain("第 2 行");
        Cylinders.pressure("XAP1", "36");
        rounds.go();
        assertThat(told()).hasSize(2).last().asString().contains("第 2 行").doesNotContain("第 1 行");
        assertThat(answers.page(buyer, code, LineFilter.GAINED, 1, 20).total()).isEqualTo(2);
    }

    @Test
    void whoLosesTheLastQualifiedProductIsToldOnce() {
        Cylinders.firm("XAF1");
        Cylinders.product("XAP1", "XAF1", "31.5");
        Cylinders.product("XAP2", "XAF1", "31.5");
        publish(Cylinders.asking("30"));
        rounds.go();
        Cylinders.pressure("XAP1", "10");
        rounds.go();
        assertThat(told()).as("another one is left").isEmpty();
        Cylinders.pressure("XAP2", "10");
        rounds.go();
        rounds.go();
        assertThat(told()).singleElement().asString().contains("不再有合格产品", "试验大缸XAP2");
    }

    @Test
    void twoInstancesTellOnce() throws Exception {
        Cylinders.firm("XAF1");
        String code = publish(Cylinders.asking("20"));
        rounds.go();
        Cylinders.product("XAP1", "XAF1", "31.5");
        try (var all = Executors.newFixedThreadPool(4)) {
            Callable<Void> round = () -> {
                rounds.go();
                return null;
            };
            for (var done : all.invokeAll(List.of(round, round, round, round))) {
                done.get();
            }
        }
        assertThat(told()).hasSize(1);
        assertThat(answers.coverage(buyer, code).of(Coverage.QUALIFIED).lines()).isEqualTo(1);
    }

    @Test
    void whatTheBuyerChangesIsNoNews() {
        Cylinders.firm("XAF1");
        Cylinders.product("XAP1", "XAF1", "31.5");
        String code = publish(Cylinders.asking("35"));
        rounds.go();
        requirements.changeLine(buyer, code, 1, Cylinders.asking("30"));
        rounds.go();
        assertThat(answers.coverage(buyer, code).of(Coverage.QUALIFIED).lines()).isEqualTo(1);
        assertThat(told()).isEmpty();
    }

    @Test
    void aDraftIsAnsweredAndNobodyIsTold() {
        Cylinders.firm("XAF1");
        String code = draft(Cylinders.asking("20"));
        rounds.go();
        Cylinders.product("XAP1", "XAF1", "31.5");
        rounds.go();
        assertThat(answers.coverage(buyer, code).of(Coverage.QUALIFIED).lines()).isEqualTo(1);
        assertThat(told()).isEmpty();
    }

    @Test
    void linesThatNoSingleFirmCoversAreCoveredByTheFewest() {
        Cylinders.firm("XAF1");
        Cylinders.firm("XAF2");
        Cylinders.product("XAP1", "XAF1", "31.5");
        Cylinders.product("XAP2", "XAF2", "25");
        Outbox.sql(
                "update specification set min = 444, max = 444 where product_code = 'XAP2' and property_code = 'bore_diameter'");
        String code = draft(
                Cylinders.asking("30"),
                Cylinders.line("bore_diameter equals 444 mm", null),
                Cylinders.line("bore_diameter equals 555 mm", null));
        rounds.go();
        JointOffer offer = answers.offer(buyer, code, false);
        assertThat(offer.shares()).extracting(JointOffer.Share::firmCode).containsExactly("XAF1", "XAF2");
        assertThat(offer.isProven()).isTrue();
        assertThat(offer.uncovered()).containsExactly(3);
    }

    @Test
    void whatWordsFindByChanceIsNoOffer() {
        Cylinders.firm("XAF1");
        Cylinders.product("XAP1", "XAF1", "31.5");
        String code = draft(Cylinders.asking("30"), Buying.unknown("试验大缸XAP1"));
        rounds.go();
        assertThat(answers.offer(buyer, code, true).uncovered()).containsExactly(2);
    }

    private String draft(KeptLine.Content... lines) {
        return requirements.draft(buyer, "试验整单", List.of(lines)).code();
    }

    private String publish(KeptLine.Content... lines) {
        String code = draft(lines);
        requirements.publish(buyer, code, Publication.toAll(true));
        return code;
    }

    private List<String> told() {
        return Outbox.texts(
                "select title || '：' || body from notice where kind = 'REQUIREMENT_ANSWERED' and account_id = "
                        + person.id() + " order by id");
    }
}
