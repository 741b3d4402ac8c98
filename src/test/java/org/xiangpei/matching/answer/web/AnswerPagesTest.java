package org.xiangpei.matching.answer.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Inject;

import org.hamcrest.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Role;
import org.xiangpei.matching.answer.AnswerRounds;
import org.xiangpei.matching.answer.Cylinders;
import org.xiangpei.notification.Outbox;
import org.xiangpei.requirement.Buying;
import org.xiangpei.requirement.KeptLine;
import org.xiangpei.requirement.Publication;
import org.xiangpei.requirement.Requirements;
import org.xiangpei.shared.City;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

/** The pages of answers, reports, near misses and risks, as a buyer, a firm and a bureau get them. */
@XiangpeiTest
class AnswerPagesTest {

    @Inject
    Requirements requirements;

    @Inject
    AnswerRounds rounds;

    @Inject
    Clock clock;

    @BeforeEach
    @AfterEach
    void clean() {
        Buying.clean();
        Cylinders.remove();
    }

    @Test
    void aBillSaysWhatCoversItAndWhatTheBestLack() {
        String code = published(Cylinders.asking("20", "100000"), Cylinders.asking("35", "50000"));
        page(
                SignedIn.BUYER,
                "/requirements/" + code + "/answers",
                allOf(
                        containsString("整单覆盖"),
                        containsString("10.00 万元"),
                        containsString("试验大缸XAP1"),
                        containsString("额定工作压力要求 ≥ 35 MPa，产品 31.5 MPa")));
        page(SignedIn.BUYER, "/requirements/" + code + "/answers?show=none", not(containsString("answers/1\"")));
        SignedIn.as(SignedIn.BUYER)
                .get("/requirements/" + code + "/answers?show=nonsense")
                .then()
                .statusCode(400);
    }

    @Test
    void whileLinesAreMatchedThePageSaysSoAndLooksAgain() {
        String code = requirements
                .draft(buyer(), "试验整单", List.of(Cylinders.asking("20")))
                .code();
        page(
                SignedIn.BUYER,
                "/requirements/" + code + "/answers",
                allOf(containsString("正在匹配"), containsString("hx-trigger")));
        rounds.go();
        page(SignedIn.BUYER, "/requirements/" + code + "/answers", not(containsString("正在匹配")));
    }

    @Test
    void alternativesStandSideBySideWithWhatDiffersMarked() {
        String code = published(Cylinders.asking("35"));
        Cylinders.product("XAP2", "XAF1", "36");
        rounds.go();
        page(
                SignedIn.BUYER,
                "/requirements/" + code + "/answers/1",
                allOf(
                        containsString("answer-grid"),
                        containsString("不同"),
                        containsString("36 MPa"),
                        containsString("全部候选")));
        page(SignedIn.BUYER, "/requirements/" + code + "/answers/1?product=XAP2", containsString("并排看 1 个"));
    }

    @Test
    void anInterchangeablePartIsOfferedWhereTheExactOneFails() {
        Cylinders.firm("XAF1");
        Cylinders.product("XAP1", "XAF1", "20");
        Cylinders.product("XAP2", "XAF1", "36");
        Outbox.sql("insert into equivalence_group (code, name, version) values ('XAEQ', '试验互换组', 0)");
        for (String product : List.of("XAP1", "XAP2")) {
            Outbox.sql("insert into equivalent_part (group_code, product_code, note, version) values ('XAEQ', '"
                    + product + "', 'key=bore_diameter|working_pressure; 安装尺寸一致', 0)");
        }
        try {
            String code = requirements
                    .draft(buyer(), "试验整单", List.of(Cylinders.asking("35")))
                    .code();
            rounds.go();
            page(
                    SignedIn.BUYER,
                    "/requirements/" + code + "/answers/1",
                    allOf(
                            containsString("互认零配件可以替代"),
                            containsString("试验互换组"),
                            containsString("关键参数一致：缸径"),
                            containsString("须核对：额定工作压力")));
        } finally {
            Outbox.sql("delete from equivalent_part where group_code = 'XAEQ'");
            Outbox.sql("delete from equivalence_group where code = 'XAEQ'");
        }
    }

    @Test
    void aJointOfferSaysHowSureItIs() {
        String code = published(Cylinders.asking("20"), Cylinders.asking("35"));
        page(
                SignedIn.BUYER,
                "/requirements/" + code + "/answers/offer",
                allOf(containsString("一家企业就能供齐"), containsString("精确"), containsString("没有企业能供的行")));
    }

    @Test
    void aReportIsMadeReadSavedAndChecked() {
        String code = published(Cylinders.asking("20"), Cylinders.asking("35"));
        String made = SignedIn.as(SignedIn.BUYER)
                .formParam("first", "1")
                .formParam("last", "2")
                .formParam("asOf", LocalDate.now(clock).toString())
                .post("/requirements/" + code + "/report")
                .then()
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceFirst("^https?://[^/]*", "");
        page(SignedIn.BUYER, made, allOf(containsString("SHA-256"), containsString("要求 ≥ 35 MPa，产品 31.5 MPa")));
        page(SignedIn.BUYER, made + "/check", containsString("哈希相同"));
        byte[] pdf = SignedIn.as(SignedIn.BUYER)
                .get(made + "/pdf")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        SignedIn.as(SignedIn.BUYER)
                .get(made + "/text")
                .then()
                .statusCode(200)
                .body(containsString("xiangpei-sourcing-report/1"));
        page(SignedIn.BUYER, "/requirements/" + code + "/report", containsString(made.replaceFirst(".*/", "")));
        SignedIn.as(SignedIn.FIRM).get(made).then().statusCode(404);
    }

    @Test
    void aReportThatCannotBeMadeKeepsWhatWasTyped() {
        String code = published(Cylinders.asking("20"));
        SignedIn.as(SignedIn.BUYER)
                .formParam("first", "7")
                .formParam("last", "9")
                .formParam("asOf", LocalDate.now(clock).toString())
                .post("/requirements/" + code + "/report")
                .then()
                .statusCode(422)
                .body(allOf(containsString("没有要采购的行"), containsString("value=\"7\"")));
        SignedIn.as(SignedIn.BUYER)
                .formParam("first", "1")
                .formParam("last", "1")
                .formParam("asOf", "2099-01-01")
                .post("/requirements/" + code + "/report")
                .then()
                .statusCode(422)
                .body(containsString("不能晚于今天"));
    }

    @Test
    void anotherOrganisationsPagesDoNotExist() {
        String code = published(Cylinders.asking("20"));
        for (String path : List.of("/answers", "/answers/1", "/answers/offer", "/report")) {
            SignedIn.as(SignedIn.FIRM)
                    .get("/requirements/" + code + path)
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void aFirmReadsHowFarToGoAndNoBudget() {
        published(pressure("35", "123456"), pressure("35", "123456"));
        page(
                SignedIn.FIRM,
                "/near-misses",
                allOf(
                        containsString("额定工作压力"),
                        containsString("35 MPa"),
                        containsString("可满足 2 行公开中的需求"),
                        not(containsString("合计约"))));
        page(SignedIn.FIRM, "/desk", containsString("差一点就能满足的需求"));
    }

    @Test
    void aBureauReadsNoFewLines() {
        published(pressure("35", "123456"));
        page(SignedIn.CHANGSHA, "/near-misses", allOf(containsString("长沙市企业"), not(containsString("合计约"))));
    }

    @Test
    void risksAreReadByTheBuyerWithLinesAndByTheBureauWithout() {
        String code = published(Cylinders.asking("20"));
        Cylinders.until("XAP1", LocalDate.now(clock).plusDays(40));
        rounds.go();
        page(SignedIn.BUYER, "/risks", allOf(containsString("唯一一家"), containsString(code)));
        page(SignedIn.BUYER, "/desk", containsString("供应有风险的需求行"));
        page(
                SignedIn.CHANGSHA,
                "/risks",
                allOf(containsString("试验大缸XAP1"), containsString("少于 5 行"), not(containsString(code))));
    }

    /** That the bore of the sample firm's own cylinder has, at more pressure than it takes. */
    private static KeptLine.Content pressure(String pressure, String budget) {
        return Cylinders.line(
                "bore_diameter equals 100 mm; rod_diameter equals 70 mm; stroke equals 800 mm; working_pressure at_least "
                        + pressure + " MPa",
                budget);
    }

    private String published(KeptLine.Content... lines) {
        Cylinders.firm("XAF1");
        Cylinders.product("XAP1", "XAF1", "31.5");
        String code = requirements.draft(buyer(), "试验整单", List.of(lines)).code();
        requirements.publish(buyer(), code, Publication.toAll(true));
        rounds.go();
        return code;
    }

    private Actor buyer() {
        String organization = Outbox.texts(
                        "select m.organization_code from membership m join account a on a.id = m.account_id"
                                + " where a.login = 'caigou' and m.until is null")
                .getFirst();
        return Actor.member(
                SignedIn.BUYER, "示例采购员", organization, "采购单位", Optional.of(City.ZHUZHOU), Set.of(Role.BUYER));
    }

    private static void page(String who, String path, Matcher<String> body) {
        SignedIn.as(who).get(path).then().statusCode(200).body(body);
    }
}
