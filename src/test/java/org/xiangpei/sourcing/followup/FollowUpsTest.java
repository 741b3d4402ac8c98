package org.xiangpei.sourcing.followup;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.AtOnce;
import org.xiangpei.fixtures.Offices;
import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Account;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Role;
import org.xiangpei.requirement.Buying;
import org.xiangpei.shared.City;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.sourcing.Opened;
import org.xiangpei.sourcing.Respondent;
import org.xiangpei.sourcing.Respondents;
import org.xiangpei.sourcing.followup.Said.Acceptance;
import org.xiangpei.sourcing.followup.Said.Delivery;
import org.xiangpei.sourcing.followup.TrackRecord.Sight;
import org.xiangpei.sourcing.followup.WaitingFollowUps.Waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Both sides say what became of an award; nothing that was said goes away, and who decides next reads the record. */
@XiangpeiTest
class FollowUpsTest {

    private static final String FIRM = "F025";
    private static final String OTHER = "F001";

    @Inject
    EntityManager entities;

    @Inject
    FollowUps followUps;

    @Inject
    SupplierFollowUps supplierFollowUps;

    @Inject
    Respondents respondents;

    @Inject
    WaitingFollowUps waiting;

    @Inject
    TrackRecords records;

    @Inject
    DeliveryWatch watch;

    private Organization organization;
    private Account officer;
    private Actor buyer;
    private Actor seller;
    private Opened inquiry;
    private long award;

    /** Decided 15 days ago, to be delivered within ten. */
    @BeforeEach
    void begin() {
        clean();
        organization = Offices.firm();
        officer = Offices.person(organization, Role.BUYER);
        buyer = officer(officer.login());
        seller = seller();
        inquiry = Opened.inquiry(buyer, "电梯更新").quotes(FIRM, "180000");
        award = inquiry.award(FIRM, 1, Opened.today().minusDays(15));
    }

    @AfterEach
    void clean() {
        Opened.clean();
    }

    private Actor officer(String login) {
        return Actor.member(
                login,
                "测试采购员",
                organization.code(),
                organization.name(),
                Optional.of(City.CHANGSHA),
                Set.of(Role.BUYER));
    }

    private static Actor seller() {
        return Actor.member(
                SignedIn.SUPPLIER,
                "示例销售员",
                Opened.single("select code from organization where firm_code = '" + FIRM + "'"),
                "供应商",
                Optional.of(City.ZHUZHOU),
                Set.of(Role.SUPPLIER));
    }

    private Respondent respondent() {
        return respondents.of(seller, inquiry.code());
    }

    private static LocalDate ago(int days) {
        return Opened.today().minusDays(days);
    }

    private static Delivery delivered(int daysAgo, Extent extent) {
        return new Delivery(ago(daysAgo), extent, "");
    }

    private void state(Said... said) {
        followUps.record(buyer, inquiry.code(), List.of(award), List.of(said));
    }

    private Followed now() {
        return followUps.one(buyer, inquiry.code(), award);
    }

    private long statement(StatementKind kind) {
        return now().chains().stream()
                .filter(it -> it.kind() == kind)
                .findFirst()
                .orElseThrow()
                .last()
                .statement()
                .id();
    }

    private List<String> told(String login) {
        return QuarkusTransaction.requiringNew().call(() -> entities.unwrap(Session.class)
                .createNativeQuery(
                        "select title from notice n join account a on a.id = n.account_id"
                                + " where a.login = ?1 and n.target_type = 'follow_up' order by n.id",
                        String.class)
                .setParameter(1, login)
                .getResultList());
    }

    @Test
    void bothSidesSpeakAndNothingThatWasSaidGoesAway() {
        state(delivered(2, Extent.WHOLE), new Acceptance(ago(1), Quality.REJECTED, "导轨锈蚀"));
        assertThat(now().progress().daysLate()).hasValue(3);
        assertThat(told(SignedIn.SUPPLIER)).containsExactly("采购单位登记了到货、验收：乘客电梯");

        supplierFollowUps.answer(respondent(), award, statement(StatementKind.ACCEPTANCE), true, "出厂检验合格，请看照片", null);
        assertThat(told(officer.login())).containsExactly("供应商对验收有异议：乘客电梯");
        assertThat(now().isDisputed()).isTrue();

        followUps.correct(
                buyer,
                inquiry.code(),
                award,
                statement(StatementKind.ACCEPTANCE),
                new Acceptance(ago(1), Quality.PASSED, ""),
                "复检合格");
        Chain acceptance = now().chains().getLast();
        assertThat(acceptance.steps()).hasSize(2);
        assertThat(acceptance.steps().getFirst().answer().orElseThrow().text()).isEqualTo("出厂检验合格，请看照片");
        assertThat(acceptance.last().answers())
                .as("the correction can be answered anew")
                .isEmpty();
        assertThat(now().progress().acceptance().orElseThrow().quality()).isEqualTo(Quality.PASSED);
        assertThat(now().isDisputed()).isFalse();
        assertThat(supplierFollowUps.one(respondent(), award).chains())
                .as("the supplier reads the same")
                .hasSameSizeAs(now().chains());
        assertThat(told(SignedIn.SUPPLIER)).hasSize(2).last().asString().startsWith("采购单位更正了验收");
        assertThat(Opened.single("select count(*) from audit_entry where subject_code = '" + inquiry.code() + "/1'"))
                .isEqualTo("4");
    }

    @Test
    void anAnswerIsGivenOnceAndCorrectedByAnother() {
        state(delivered(8, Extent.WHOLE));
        long statement = statement(StatementKind.DELIVERY);
        supplierFollowUps.answer(respondent(), award, statement, false, "收到", null);
        assertThatThrownBy(() -> supplierFollowUps.answer(respondent(), award, statement, true, "不对", null))
                .as("somebody who has not seen the first answer")
                .isInstanceOfSatisfying(
                        RuleViolation.class, it -> assertThat(it.code()).isEqualTo("follow-up-changed"));
        long seen = now().chains().getFirst().last().answer().orElseThrow().id();
        supplierFollowUps.answer(respondent(), award, statement, true, "日期不对，早一天到的", seen);
        assertThat(now().chains().getFirst().last().answers())
                .extracting(FollowUpAnswer::text)
                .containsExactly("收到", "日期不对，早一天到的");
        assertThat(now().isDisputed()).isTrue();
    }

    @Test
    void whatWasWithdrawnStaysReadableAndCanBeStatedAnew() {
        state(delivered(8, Extent.WHOLE));
        followUps.withdraw(buyer, inquiry.code(), award, statement(StatementKind.DELIVERY), "登记到了别的合同");
        assertThat(now().progress().onTime()).isEmpty();
        assertThat(now().chains().getFirst().isInEffect()).isFalse();
        state(delivered(7, Extent.WHOLE));
        assertThat(now().chains()).hasSize(2);
        assertThatThrownBy(() -> followUps.withdraw(
                        buyer,
                        inquiry.code(),
                        award,
                        now().chains().getFirst().steps().getFirst().statement().id(),
                        "再撤一次"))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void nobodyElseReadsOrStates() {
        Actor stranger = Buying.buyer();
        assertThatThrownBy(() -> followUps.ofInquiry(stranger, inquiry.code())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        followUps.record(stranger, inquiry.code(), List.of(award), List.of(delivered(8, Extent.WHOLE))))
                .isInstanceOf(NotFound.class);
        Opened another = Opened.inquiry(buyer, "另一个").quotes(OTHER, "1");
        long foreign = another.award(OTHER, 1, ago(10));
        assertThatThrownBy(() -> followUps.one(buyer, inquiry.code(), foreign)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> supplierFollowUps.one(respondent(), foreign)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> respondents.of(seller, another.code())).isInstanceOf(NotFound.class);
    }

    @Test
    void severalAtOnceAreAllOrNothing() {
        inquiry.line(2, "货梯").quotes(FIRM, 2, "90000", 30, "[]", "");
        long second = inquiry.award(FIRM, 2, ago(15));
        state(delivered(8, Extent.WHOLE));
        assertThatThrownBy(() -> followUps.record(
                        buyer, inquiry.code(), List.of(second, award), List.of(delivered(8, Extent.WHOLE))))
                .isInstanceOf(RuleViolation.class);
        assertThat(followUps.one(buyer, inquiry.code(), second).chains()).isEmpty();
        followUps.record(
                buyer,
                inquiry.code(),
                List.of(second),
                List.of(delivered(8, Extent.WHOLE), new Acceptance(ago(8), Quality.PASSED, "")));
        assertThat(followUps.one(buyer, inquiry.code(), second).chains()).hasSize(2);
    }

    @Test
    void oneNoticeASupplierHoweverManyLines() {
        inquiry.line(2, "货梯").quotes(FIRM, 2, "90000", 30, "[]", "");
        long second = inquiry.award(FIRM, 2, ago(15));
        followUps.record(buyer, inquiry.code(), List.of(second, award), List.of(delivered(8, Extent.WHOLE)));
        assertThat(told(SignedIn.SUPPLIER)).containsExactly("采购单位登记了到货：乘客电梯 等 2 项");
    }

    @Test
    void ofTwoOfficersWhoCorrectAtOnceOneDoes() throws Exception {
        state(delivered(8, Extent.WHOLE));
        long statement = statement(StatementKind.DELIVERY);
        assertThat(AtOnce.both(lock(), correction(statement, 7), correction(statement, 6)))
                .containsExactlyInAnyOrder("done", "follow-up-changed");
        assertThat(now().chains().getFirst().steps()).hasSize(2);
    }

    @Test
    void theSameFormSentTwiceIsOneStatement() throws Exception {
        Callable<String> once = () -> tried(() -> state(delivered(8, Extent.PART)));
        assertThat(AtOnce.both(lock(), once, once)).containsExactlyInAnyOrder("done", "follow-up-stated");
        assertThat(now().chains()).hasSize(1);
    }

    private String lock() {
        return "select id from award where id = " + award + " for update";
    }

    private Callable<String> correction(long statement, int daysAgo) {
        return () -> tried(() ->
                followUps.correct(buyer, inquiry.code(), award, statement, delivered(daysAgo, Extent.WHOLE), "日期写错"));
    }

    private static String tried(Runnable what) {
        try {
            what.run();
            return "done";
        } catch (RuleViolation refused) {
            return refused.code();
        }
    }

    @Test
    void theDatabaseRefusesToChangeWhatWasSaid() {
        state(delivered(8, Extent.WHOLE));
        supplierFollowUps.answer(respondent(), award, statement(StatementKind.DELIVERY), false, "收到", null);
        for (String sql : List.of(
                "update follow_up_statement set note = 'x'",
                "delete from follow_up_statement",
                "update follow_up_answer set text = 'x'",
                "delete from follow_up_answer",
                "truncate signal_explanation")) {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                            .run(() -> entities.createNativeQuery(sql).executeUpdate()))
                    .as(sql)
                    .isInstanceOf(PersistenceException.class)
                    .hasMessageContaining("facts");
        }
    }

    @Test
    void aBuyerIsRemindedOnceOfADeliveryThatNobodyRecorded() throws Exception {
        LocalDate due = now().award().due();
        watch.remind(due);
        assertThat(told(officer.login())).as("on its last day").isEmpty();
        inquiry.line(2, "货梯").quotes(FIRM, 2, "90000", 10, "[]", "");
        inquiry.award(FIRM, 2, ago(15));
        Callable<Void> round = () -> {
            watch.remind(due.plusDays(1));
            return null;
        };
        try (var two = Executors.newFixedThreadPool(2)) {
            for (var it : two.invokeAll(List.of(round, round))) {
                it.get();
            }
        }
        watch.remind(due.plusDays(2));
        assertThat(told(officer.login())).containsExactly("交货期已过，请登记到货：乘客电梯 等 2 项");
    }

    @Test
    void ofWhatIsRecordedNobodyIsReminded() {
        state(delivered(2, Extent.WHOLE));
        watch.remind(now().award().due().plusDays(30));
        assertThat(told(officer.login())).isEmpty();
    }

    @Test
    void whatIsOnlyPartlyThereIsRemindedOf() {
        state(delivered(8, Extent.PART));
        watch.remind(now().award().due().plusDays(1));
        assertThat(told(officer.login())).hasSize(1);
    }

    private List<Wait> buyers() {
        return waiting.ofBuyer(buyer).stream().map(Waiting::what).toList();
    }

    private List<Wait> suppliers() {
        return waiting.ofSupplier(seller).stream()
                .filter(it -> it.award().id() == award)
                .map(Waiting::what)
                .toList();
    }

    @Test
    void whatWaitsGoesFromDeliveryToRatingAndAnswer() {
        assertThat(buyers()).containsExactly(Wait.DELIVERY);
        assertThat(suppliers()).containsExactly(Wait.SHIPMENT);
        state(delivered(2, Extent.WHOLE));
        assertThat(buyers()).containsExactly(Wait.ACCEPTANCE);
        assertThat(suppliers()).containsExactly(Wait.ANSWER);
        state(new Acceptance(ago(1), Quality.PASSED, ""));
        assertThat(buyers()).containsExactly(Wait.RATING);
        state(AdmissionTest.rating(4));
        assertThat(buyers()).isEmpty();
        supplierFollowUps.answer(respondent(), award, statement(StatementKind.RATING), true, "服务分偏低", null);
        assertThat(buyers()).containsExactly(Wait.DISPUTE);
        for (StatementKind it : List.of(StatementKind.DELIVERY, StatementKind.ACCEPTANCE)) {
            supplierFollowUps.answer(respondent(), award, statement(it), false, "收到", null);
        }
        assertThat(suppliers()).isEmpty();
        assertThat(waiting.ofBuyer(Buying.buyer())).isEmpty();
    }

    @Test
    void aLateSupplierCanBeRatedBeforeAnythingArrives() {
        state(delivered(1, Extent.LACKING));
        assertThat(buyers()).containsExactly(Wait.RATING);
        assertThat(suppliers()).contains(Wait.SHIPMENT, Wait.ANSWER);
    }

    @Test
    void aSupplierOutsideOfTheCatalogueAnswersByItsLink() {
        Opened its = Opened.inquiry(buyer, "外地供应").quotes("外地电梯厂", "170000");
        long won = its.award("外地电梯厂", 1, ago(15));
        followUps.record(buyer, its.code(), List.of(won), List.of(delivered(8, Extent.WHOLE)));
        long invitation =
                Long.parseLong(Opened.single("select id from invitation where inquiry_code = '" + its.code() + "'"));
        var guest = new Respondent(invitation, its.code(), Optional.empty(), "外地电梯厂", "guest:" + invitation, "李四");
        long statement = supplierFollowUps
                .one(guest, won)
                .chains()
                .getFirst()
                .last()
                .statement()
                .id();
        supplierFollowUps.answer(guest, won, statement, false, "已收到签收单", null);
        assertThat(followUps
                        .one(buyer, its.code(), won)
                        .chains()
                        .getFirst()
                        .last()
                        .answer()
                        .orElseThrow()
                        .answeredByName())
                .isEqualTo("李四");
        assertThat(told(officer.login())).containsExactly("供应商答复了到货：乘客电梯");
    }

    @Test
    void aRecordIsForBuyersAndForTheFirmItself() {
        Actor other = Buying.buyer();
        assertThat(records.of(other, OTHER).isEmpty())
                .as("no history is no record")
                .isTrue();
        state(delivered(8, Extent.WHOLE), new Acceptance(ago(8), Quality.PASSED, ""));
        state(AdmissionTest.rating(5));
        assertThat(records.of(buyer, FIRM).onTime().sight()).as("one's own").isEqualTo(Sight.ALL);
        assertThat(records.of(seller, FIRM).rating().sight()).as("the firm's").isEqualTo(Sight.ALL);
        assertThat(records.of(other, FIRM).onTime().sight()).as("few of others").isEqualTo(Sight.HIDDEN);
        for (int i = 0; i < 4; i++) {
            awarded(i);
        }
        TrackRecord five = records.of(other, FIRM);
        assertThat(five.onTime().shown().orElseThrow().value().orElseThrow()).isEqualByComparingTo("0.2");
        assertThat(five.accepted().sight()).as("judged by itself").isEqualTo(Sight.HIDDEN);
        assertThat(records.of(other, Arrays.asList(FIRM, OTHER)).keySet()).containsExactly(FIRM, OTHER);
        assertThat(records.isShown(other, FIRM)).isTrue();
        assertThat(records.isShown(seller, FIRM)).isTrue();
        assertThat(records.isShown(seller, OTHER)).isFalse();
        assertThat(records.isShown(Actor.PUBLIC, FIRM)).isFalse();
    }

    /** Another buyer's award to the firm, three days late. */
    private static void awarded(int number) {
        Actor other = Buying.buyer();
        Opened it = Opened.inquiry(other, "别家" + number).quotes(FIRM, "170000");
        long award = it.award(FIRM, 1, ago(20));
        Arc.container()
                .instance(FollowUps.class)
                .get()
                .record(other, it.code(), List.of(award), List.of(delivered(7, Extent.WHOLE)));
    }

    @Test
    void theOrderOfCandidatesDoesNotLookAtRecords() {
        String before = candidates();
        for (int i = 0; i < 6; i++) {
            awarded(i);
        }
        state(delivered(2, Extent.WHOLE), new Acceptance(ago(1), Quality.REJECTED, "不合格"));
        state(AdmissionTest.rating(1));
        assertThat(candidates()).isEqualTo(before).contains(FIRM);
    }

    private static String candidates() {
        return SignedIn.fromHere()
                .contentType("application/json")
                .body("{\"lines\":[{\"ref\":\"1\",\"name\":\"牵引变流器\"},{\"ref\":\"2\",\"name\":\"电梯\"}]}")
                .post("/api/v1/matches")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
