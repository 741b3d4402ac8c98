package org.xiangpei.demand.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.Sweep;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Actor;
import org.xiangpei.requirement.Buying;
import org.xiangpei.requirement.CriteriaText;
import org.xiangpei.requirement.Head;
import org.xiangpei.requirement.KeptLine;
import org.xiangpei.requirement.LineState;
import org.xiangpei.requirement.Publication;
import org.xiangpei.requirement.Requirements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;

/** A firm sees what is asked for that fits it, nothing that the buyer keeps to itself, and answers what its product does not state. */
@XiangpeiTest
class DemandPagesTest {

    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";

    /** A cylinder of the firm F005 that states neither its force nor its mass. */
    private static final String OWN = "P009";

    @Inject
    EntityManager entities;

    @Inject
    Requirements requirements;

    private Actor buyer;

    @BeforeEach
    void begin() {
        clean();
        buyer = Buying.buyer();
    }

    @AfterEach
    void clean() {
        Buying.clean();
        Sweep.run(
                List.of("delete from firm_statement"),
                List.of(
                        "delete from specification where product_code = 'P009' and property_code in ('rated_force', 'mass')"));
    }

    private String published(Publication how, String... clauses) {
        List<KeptLine.Content> lines =
                Stream.of(clauses).map(DemandPagesTest::cylinder).toList();
        var head = new Head("液压缸采购", "用于叉车", "430200", null, new BigDecimal("987654"));
        String code = requirements.draft(buyer, head, lines).code();
        requirements.publish(buyer, code, how);
        return code;
    }

    private static KeptLine.Content cylinder(String clauses) {
        return new KeptLine.Content(
                "工程液压缸",
                null,
                "hydraulic_cylinder",
                new BigDecimal("40"),
                "只",
                new BigDecimal("123321"),
                "行 7：液压缸，控制价 3083 元",
                CriteriaText.read(clauses));
    }

    private static String page(String login, String path) {
        return SignedIn.as(login).get(path).then().statusCode(200).extract().asString();
    }

    private static void assertNotThere(String login, String path) {
        SignedIn.as(login).get(path).then().statusCode(404);
    }

    private static ValidatableResponse answer(String code, Map<String, String> fields) {
        return SignedIn.as(SignedIn.FIRM)
                .contentType(FORM)
                .formParams(fields)
                .post("/demand/" + code + "/1/answers")
                .then();
    }

    @Test
    void aFirmSeesEveryClauseOfWhatFitsItJudged() {
        String code = published(
                Publication.toAll(true),
                "bore_diameter equals 100 mm; rated_force at_least 150 kN; working_pressure at_least 31.5 MPa");
        assertThat(page(SignedIn.FIRM, "/demand"))
                .contains("工程液压缸", "满足 1，待确认 1，不满足 1", buyer.organizationName(), "/demand/" + code + "/1");
        assertThat(page(SignedIn.FIRM, "/demand/" + code + "/1"))
                .contains("额定推力", "未载明", "补充“额定推力”", "≥ 31.5 MPa", "株洲市", "用于叉车");
        assertThat(page(SignedIn.FIRM, "/desk")).contains("适合本企业的采购需求", "/demand/" + code + "/1");
    }

    @Test
    void whatDoesNotFitIsNotThere() {
        String code = published(Publication.toAll(true), "");
        assertNotThere(SignedIn.SUPPLIER, "/demand/" + code + "/1");
        assertThat(page(SignedIn.SUPPLIER, "/demand")).doesNotContain(code);
        SignedIn.as(SignedIn.BUYER).get("/demand/" + code + "/1").then().statusCode(403);
        SignedIn.as(SignedIn.CHANGSHA).get("/demand/" + code + "/1").then().statusCode(403);
    }

    @Test
    void whatTheBuyerKeepsIsNowhere() {
        String code = published(Publication.toAll(false), "rated_force at_least 150 kN");
        for (String path : List.of("/demand", "/demand?requirement=" + code, "/demand/" + code + "/1", "/desk")) {
            assertThat(page(SignedIn.FIRM, path))
                    .contains("液压缸")
                    .doesNotContain(
                            buyer.organizationName(), "987654", "98.77", "123321", "12.33", "控制价", buyer.name());
        }
        assertThat(page(SignedIn.FIRM, "/demand/" + code + "/1")).contains("采购单位未公开名称");
        String rate = SignedIn.fromHere()
                .get("/api/v1/local-sourcing?groupBy=buyer")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(rate).contains("未公开名称的采购单位").doesNotContain(buyer.organizationName());
        SignedIn.fromHere()
                .get("/api/v1/local-sourcing?buyer=" + buyer.organization())
                .then()
                .statusCode(400);
    }

    @Test
    void onlyWhoWasChosenSeesItWhateverItMakes() {
        String code = published(Publication.toChosen(Set.of("F025"), true), "");
        assertNotThere(SignedIn.FIRM, "/demand/" + code + "/1");
        assertThat(page(SignedIn.SUPPLIER, "/demand/" + code + "/1")).contains("本企业没有对应的产品", "指定企业");
        assertThat(page(SignedIn.SUPPLIER, "/notifications")).contains("液压缸采购").doesNotContain("987654");
    }

    @Test
    void draftsAndWhatHasEndedAndDroppedLinesAreNotThere() {
        String draft = requirements.draft(buyer, "草稿", List.of(cylinder(""))).code();
        assertNotThere(SignedIn.FIRM, "/demand/" + draft + "/1");
        String code = published(Publication.toAll(true), "", "");
        requirements.setState(buyer, code, 2, LineState.DROPPED);
        assertNotThere(SignedIn.FIRM, "/demand/" + code + "/2");
        requirements.withdraw(buyer, code, "不要了");
        assertNotThere(SignedIn.FIRM, "/demand/" + code + "/1");
    }

    @Test
    void whatAProductDoesNotStateIsAnsweredAndTheMatchFollows() {
        String code = published(Publication.toAll(true), "bore_diameter equals 100 mm; rated_force at_least 150 kN");
        assertThat(page(SignedIn.FIRM, "/demand/" + code + "/1")).contains("待确认");
        answer(code, force("196", "kN")).statusCode(303).header("Location", containsString("done=answered"));
        assertThat(page(SignedIn.FIRM, "/demand/" + code + "/1?done=answered"))
                .contains("合格", "196 kN", "已补充")
                .doesNotContain("补充“额定推力”");
        assertThat(page(SignedIn.FIRM, "/products/" + OWN)).contains("企业自述", "196 kN");
        String trail =
                (String) entities.createNativeQuery("select before::text || after::text || reason from audit_entry"
                                + " where action = 'state_specification' order by seq desc limit 1")
                        .getSingleResult();
        assertThat(trail).contains("未载明", "196 kN", code);
    }

    private static Map<String, String> force(String value, String unit) {
        return Map.of("product", OWN, "property", "rated_force", "min", value, "max", value, "unit", unit);
    }

    @Test
    void whatIsStatedIsNotChangedHere() {
        String code = published(Publication.toAll(true), "bore_diameter equals 125 mm; rated_force at_least 150 kN");
        answer(code, Map.of("product", OWN, "property", "bore_diameter", "min", "125", "max", "125", "unit", "mm"))
                .statusCode(409)
                .body(containsString("请重新申报"));
        answer(code, force("196", "kN")).statusCode(303);
        answer(code, force("300", "kN")).statusCode(409).body(containsString("已经载明"));
    }

    @Test
    void anAnswerThatCannotBeIsRefusedAndOneThatHardlyCanIsAskedForAgain() {
        String code = published(Publication.toAll(true), "rated_force at_least 150 kN");
        answer(code, force("很大", "kN")).statusCode(422).body(containsString("value=\"很大\""));
        answer(code, force("196", "mm"))
                .statusCode(422)
                .body(allOf(containsString("不能用于这项参数"), containsString("value=\"mm\"")));
        answer(code, Map.of("product", OWN, "property", "rated_force", "unit", "kN"))
                .statusCode(422);
        answer(code, force("-5", "kN")).statusCode(422).body(containsString("核对过，就是这个值"));
    }

    @Test
    void onlyTheOwnProductAndOnlyWhatIsAskedForIsAnswered() {
        String code = published(Publication.toAll(true), "rated_force at_least 150 kN");
        answer(code, Map.of("product", "P042", "property", "rated_force", "min", "1", "unit", "kN"))
                .statusCode(404);
        answer(code, Map.of("product", OWN, "property", "mass", "min", "1", "unit", "kg"))
                .statusCode(404);
        SignedIn.as(SignedIn.SUPPLIER)
                .contentType(FORM)
                .formParams(force("196", "kN"))
                .post("/demand/" + code + "/1/answers")
                .then()
                .statusCode(404);
    }
}
