package org.xiangpei.sourcing.award.web;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.specification.RequestSpecification;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
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
import org.xiangpei.shared.City;
import org.xiangpei.sourcing.Asking;
import org.xiangpei.sourcing.award.Opened;
import org.xiangpei.sourcing.award.Quoted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

/** Comparison, award and debrief over HTTP, by two officers of one buyer and the firm of the demonstration. */
@XiangpeiTest
class AwardPagesTest {

    private static final String FIRM = "F005";

    @Inject
    EntityManager entities;

    private String officer;
    private String colleague;
    private Actor buyer;

    @BeforeEach
    void begin() {
        Opened.clean();
        Organization organization = Offices.firm();
        officer = person(organization);
        colleague = person(organization);
        buyer = Actor.member(
                officer,
                officer,
                organization.code(),
                organization.name(),
                Optional.of(City.CHANGSHA),
                Set.of(Role.BUYER));
    }

    private static String person(Organization organization) {
        Account account = Offices.person(organization, Role.BUYER);
        SignedIn.enter(account.login(), Offices.PASSWORD);
        return account.login();
    }

    @AfterEach
    void clean() {
        Opened.clean();
    }

    private static RequestSpecification form(String login) {
        return SignedIn.as(login).contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }

    private Opened opened(boolean byTwo) {
        return Quoted.byFirmAndAnother(buyer, Asking.terms(1, byTwo), FIRM);
    }

    private static String path(Opened opened, String page) {
        return "/inquiries/" + opened.code() + "/" + page;
    }

    // Comparison

    @Test
    void nothingOfAQuotationIsOnThePageBeforeTheOpening() {
        Opened sealed = Quoted.sealed(buyer, FIRM);
        SignedIn.as(officer)
                .get(path(sealed, "comparison"))
                .then()
                .statusCode(200)
                .body(allOf(containsString("报价还是密封的"), not(containsString("珩朔"))));
        SignedIn.as(officer).get(path(sealed, "comparison/workbook")).then().statusCode(409);
        SignedIn.as(officer).get(path(sealed, "award")).then().statusCode(200).body(containsString("还不能定标"));
    }

    @Test
    void allLinesOfAllQuotationsStandSideBySideWithTheBestMarked() {
        Opened opened = opened(false);
        String page = SignedIn.as(officer)
                .get(path(opened, "comparison"))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page)
                .contains("98,000", "105,000", "最低", "最短", "第 1", "第 2", "起订量 3 多于询价数量", "确认 1", "偏离 1", "三市生产的占");
        assertThat(page).contains("只是统计，不影响名次").doesNotContain("优先本地");
    }

    @Test
    void theSelectionIsSummedAndColumnsSuppliersAndOrderAreChosenByTheAddress() {
        Opened opened = opened(false);
        String dear = "?picked=yes&pick.1=" + opened.of("苏州某电梯有限公司");
        SignedIn.as(officer)
                .get(path(opened, "comparison") + dear)
                .then()
                .body(allOf(
                        containsString("210,500 元"), containsString("比各行最低多 14,500 元"), containsString("三市生产的占 0.0%")));
        String narrow = SignedIn.as(officer)
                .get(path(opened, "comparison") + "?column=landed&supplier=" + opened.of(FIRM) + "&sort=delivery")
                .then()
                .extract()
                .asString();
        assertThat(narrow).doesNotContain("data-label=\"单价（元）\"").contains("data-label=\"到货成本（元）\"");
        assertThat(narrow).doesNotContain("行选 苏州某电梯");
        SignedIn.as(officer)
                .get(path(opened, "comparison") + "?sort=place")
                .then()
                .statusCode(400);
    }

    @Test
    void theWorkbookCalculatesAndRunsNothingThatASupplierWrote() throws Exception {
        Opened opened = opened(false);
        byte[] bytes = SignedIn.as(officer)
                .get(path(opened, "comparison/workbook"))
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString(".xlsx"))
                .extract()
                .asByteArray();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(3);
            assertThat(rows.get(1).getCell(6).getFormula()).contains("ROUND(F2*C2,2)");
            assertThat(rows.get(1).getCell(19).getFormula()).contains("S2");
            assertThat(rows.get(1).getCellText(4)).contains("珩朔");
            assertThat(workbook.getSheet(1)
                            .orElseThrow()
                            .read()
                            .get(1)
                            .getCell(2)
                            .getFormula())
                    .isEqualTo("SUMPRODUCT((比价!E2:E3=A2)*比价!I2:I3)");
            assertThat(workbook.getSheets().map(it -> it.getName())).containsExactly("比价", "汇总", "条款");
        }
    }

    @Test
    void anotherOrganisationFindsNothing() {
        Opened opened = opened(false);
        String stranger = person(Offices.firm());
        for (String page : List.of("comparison", "comparison/workbook", "award")) {
            SignedIn.as(stranger).get(path(opened, page)).then().statusCode(404);
        }
        SignedIn.as(stranger)
                .get("/requirements/" + opened.requirement() + "/outcomes")
                .then()
                .statusCode(404);
        form(stranger).formParam("key", "k").post(path(opened, "award")).then().statusCode(404);
        SignedIn.as(stranger)
                .get("/invitations/" + opened.code() + "/result")
                .then()
                .statusCode(404);
    }

    // Award

    @Test
    void whatIsWrongIsAnsweredBesideItsLineWithWhatWasTyped() {
        Opened opened = opened(false);
        form(officer)
                .formParam("key", "first-form")
                .formParam("qty.1." + opened.of("苏州某电梯有限公司"), "二")
                .formParam("reason.1", "就近")
                .formParam("rest.1", "elsewhere")
                .formParam("amount.1", "很多")
                .post(path(opened, "award"))
                .then()
                .statusCode(422)
                .body(allOf(
                        containsString("“二”不是数量"),
                        containsString("请写供应商名称"),
                        containsString("请选择另行采购的原因"),
                        containsString("金额不是数字"),
                        containsString("value=\"二\""),
                        containsString("value=\"first-form\""),
                        containsString("就近")));
        form(officer)
                .formParam("key", "first-form")
                .formParam("qty.1." + opened.of("苏州某电梯有限公司"), "2")
                .post(path(opened, "award"))
                .then()
                .statusCode(422)
                .body(containsString("请写明理由"));
    }

    /** As a telephone does in a tunnel: the same form again, at the same moment. */
    @Test
    void theSamePostSentTwiceAtOnceIsOneAward() throws Exception {
        Opened opened = opened(false);
        Callable<String> post = () -> String.valueOf(form(officer)
                .formParam("key", "one-form")
                .formParam("qty.1." + opened.of(FIRM), "2")
                .post(path(opened, "award"))
                .statusCode());
        List<String> answers =
                AtOnce.both("select code from inquiry where code = '" + opened.code() + "' for update", post, post);
        assertThat(answers).containsExactly("303", "303");
        assertThat(QuarkusTransaction.requiringNew().call(() -> entities.createNativeQuery(
                                "select count(*) from purchase_record where buyer_code = ?1")
                        .setParameter(1, buyer.organization())
                        .getSingleResult()))
                .isEqualTo(1L);
        SignedIn.as(officer)
                .get(path(opened, "award"))
                .then()
                .body(allOf(containsString("定标结果"), containsString("/purchases/LR")));
    }

    @Test
    void anotherOfficerApprovesOrSendsBack() {
        Opened opened = opened(true);
        String toDecide = "已开启、待定标的询价";
        SignedIn.as(colleague)
                .get("/desk")
                .then()
                .body(allOf(containsString(toDecide), containsString(path(opened, "comparison"))));
        form(officer)
                .formParam("key", "k1")
                .formParam("qty.1." + opened.of(FIRM), "2")
                .post(path(opened, "award"))
                .then()
                .statusCode(303)
                .header("Location", endsWith("done=proposed"));
        SignedIn.as(officer).get(path(opened, "award")).then().body(containsString("方案是您提出的"));
        SignedIn.as(colleague)
                .get("/desk")
                .then()
                .body(allOf(
                        containsString("等我批准的定标方案"),
                        containsString(path(opened, "award")),
                        not(containsString(path(opened, "comparison")))));
        form(officer).post(path(opened, "award/1/approve")).then().statusCode(409);
        form(colleague)
                .post(path(opened, "award/1/send-back"))
                .then()
                .statusCode(422)
                .body(containsString("请写明退回的原因"));
        form(colleague)
                .formParam("reason", "请核对交货期")
                .post(path(opened, "award/1/send-back"))
                .then()
                .statusCode(303);
        SignedIn.as(officer)
                .get(path(opened, "award"))
                .then()
                .body(allOf(containsString("请核对交货期"), containsString("value=\"2\"")));
        form(officer)
                .formParam("key", "k2")
                .formParam("qty.1." + opened.of(FIRM), "2")
                .post(path(opened, "award"))
                .then()
                .statusCode(303);
        form(colleague).post(path(opened, "award/2/approve")).then().statusCode(303);
        form(colleague).post(path(opened, "award/2/approve")).then().statusCode(303);
        SignedIn.as(officer).get(path(opened, "award")).then().body(containsString("定标结果"));
    }

    // Debrief

    @Test
    void whoLostReadsRankAndReasonsAndNoPriceOfTheOther() {
        Opened opened = opened(false);
        SignedIn.as(SignedIn.FIRM)
                .get("/invitations/" + opened.code() + "/result")
                .then()
                .statusCode(200)
                .body(allOf(containsString("采购方正在比较"), not(containsString("105,000")), not(containsString("苏州"))));
        form(officer)
                .formParam("key", "k")
                .formParam("qty.1." + opened.of("苏州某电梯有限公司"), "2")
                .formParam("reason.1", "已有同型号设备，备件通用")
                .post(path(opened, "award"))
                .then()
                .statusCode(303);
        String page = SignedIn.as(SignedIn.FIRM)
                .get("/invitations/" + opened.code() + "/result")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page).contains("未成交", "第 1，共 2 份报价", "备件通用");
        assertThat(page).doesNotContain("105,000", "105000", "210,500", "苏州", "98,000");
    }

    @Test
    void whoIsNotSignedInIsLedToTheEntrance() {
        Opened opened = opened(false);
        SignedIn.fromHere()
                .get("/invitations/" + opened.code() + "/result")
                .then()
                .statusCode(303);
    }

    // Outcomes of a requirement

    @Test
    void aLineForWhichAnInquiryRunsLeadsToItAndIsRefused() {
        Opened opened = opened(false);
        String outcomes = "/requirements/" + opened.requirement() + "/outcomes";
        SignedIn.as(officer)
                .get(outcomes)
                .then()
                .body(allOf(containsString("询价 " + opened.code()), not(containsString("在别处买到了"))));
        form(officer)
                .formParam("reason", "不要了")
                .post(outcomes + "/1/not-bought")
                .then()
                .statusCode(409)
                .body(containsString("请先取消询价"));
    }

    @Test
    void aLineBoughtElsewhereIsRecordedAndTheRequirementOffersToBeClosed() {
        String requirement = Asking.requirement(buyer);
        String outcomes = "/requirements/" + requirement + "/outcomes";
        form(officer)
                .formParam("supplier", "苏州某电梯有限公司")
                .formParam("place", "火星")
                .formParam("why", "price")
                .formParam("day", "2026-01-05")
                .post(outcomes + "/1/elsewhere")
                .then()
                .statusCode(422)
                .body(allOf(containsString("火星"), containsString("value=\"苏州某电梯有限公司\"")));
        form(officer)
                .formParam("supplier", "苏州某电梯有限公司")
                .formParam("place", "江苏省苏州市")
                .formParam("why", "price")
                .formParam("amount", "98,000.50")
                .formParam("day", "2026-01-05")
                .post(outcomes + "/1/elsewhere")
                .then()
                .statusCode(303);
        SignedIn.as(officer)
                .get(outcomes)
                .then()
                .body(allOf(containsString("98,000.5 元"), containsString("江苏"), containsString("结束需求")));
        SignedIn.as(officer)
                .get("/requirements/" + requirement)
                .then()
                .body(allOf(containsString("另行采购"), containsString("每一行都有了结果")));
    }
}
