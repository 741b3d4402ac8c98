package org.xiangpei.sourcing.followup.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Role;
import org.xiangpei.shared.City;
import org.xiangpei.sourcing.Opened;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

/** The pages of follow-up for both sides: what is stated, answered, corrected, refused, and who sees a firm's record. */
@XiangpeiTest
class FollowUpPagesTest {

    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";
    private static final String FIRM = "F025";

    private Opened inquiry;
    private long award;

    @BeforeEach
    void begin() {
        Opened.clean();
        inquiry = Opened.inquiry(buyer(), "车辆段电梯").quotes(FIRM, "180000").quotes("F001", "190000");
        award = inquiry.award(FIRM, 1, Opened.today().minusDays(15));
    }

    @AfterEach
    void clean() {
        Opened.clean();
    }

    private static Actor buyer() {
        return Actor.member(
                SignedIn.BUYER,
                "示例采购员",
                Opened.single("select m.organization_code from membership m join account a on a.id = m.account_id"
                        + " where a.login = 'caigou' and m.until is null"),
                "株洲河东公共交通中心（示例）",
                Optional.of(City.ZHUZHOU),
                Set.of(Role.BUYER));
    }

    private String home() {
        return "/inquiries/" + inquiry.code() + "/follow-up";
    }

    private String page(String login, String path) {
        return SignedIn.as(login).get(path).then().statusCode(200).extract().asString();
    }

    private ValidatableResponse post(String login, String path, Map<String, String> fields) {
        return SignedIn.as(login)
                .contentType(FORM)
                .formParams(fields)
                .post(path)
                .then();
    }

    private String day(int ago) {
        return Opened.today().minusDays(ago).toString();
    }

    private void delivered() {
        post(
                        SignedIn.BUYER,
                        home() + "/" + award,
                        Map.of("kind", "delivery", "on", day(2), "extent", "whole", "note", "含安装"))
                .statusCode(303)
                .header("Location", endsWith(home() + "/" + award + "?done=1"));
    }

    private static long last(String table) {
        return Long.parseLong(Opened.single("select max(id) from " + table));
    }

    @Test
    void theBuyerStatesAndTheSupplierReadsAndAnswers() {
        assertThat(page(SignedIn.BUYER, home())).contains("乘客电梯", "已过交货期 5 天，未登记交齐", "180.00 万元");
        delivered();
        assertThat(page(SignedIn.BUYER, home())).contains("迟 3 天交齐", "未答复 1 条");
        String supplier = "/invitations/" + inquiry.code() + "/follow-up";
        assertThat(page(SignedIn.SUPPLIER, supplier)).contains("乘客电梯", "迟 3 天交齐");
        assertThat(page(SignedIn.SUPPLIER, supplier + "/" + award)).contains("含安装", "答复", "最迟交货日");
        long statement = last("follow_up_statement");
        post(
                        SignedIn.SUPPLIER,
                        supplier + "/" + award + "/answers",
                        Map.of("statement", "" + statement, "seen", "", "disputes", "true", "text", "现场未具备条件"))
                .statusCode(303);
        assertThat(page(SignedIn.BUYER, home() + "/" + award)).contains("供应商有异议", "现场未具备条件");
        assertThat(page(SignedIn.BUYER, home())).contains("有异议");
    }

    @Test
    void whatIsWrongIsAnsweredWithWhatWasTyped() {
        post(
                        SignedIn.BUYER,
                        home() + "/" + award,
                        Map.of("kind", "delivery", "on", "很快", "extent", "part", "note", "十台"))
                .statusCode(422)
                .body(allOf(containsString("请填日期"), containsString("十台"), containsString("value=\"很快\"")));
        delivered();
        post(
                        SignedIn.BUYER,
                        home() + "/" + award,
                        Map.of("kind", "acceptance", "on", day(1), "quality", "rejected", "note", ""))
                .statusCode(422)
                .body(containsString("请写明哪里不符合"));
        post(SignedIn.BUYER, home() + "/" + award, Map.of("kind", "rating", "points-quality", "5"))
                .statusCode(422)
                .body(containsString("都要写明理由"));
        post(SignedIn.BUYER, home() + "/" + award, Map.of("kind", "rating", "reason-quality", "锈蚀"))
                .statusCode(422)
                .body(allOf(containsString("请给“质量”打分"), containsString("锈蚀")));
        post(SignedIn.BUYER, home() + "/" + award, Map.of("kind", "nonsense")).statusCode(404);
        post(SignedIn.BUYER, home(), Map.of("on", day(1), "extent", "whole"))
                .statusCode(422)
                .body(containsString("请至少选一行"));
    }

    @Test
    void aCorrectionStandsBeforeWhatItCorrects() {
        delivered();
        long statement = last("follow_up_statement");
        String path = home() + "/" + award + "/statements/" + statement;
        assertThat(page(SignedIn.BUYER, path)).contains("更正到货", "含安装", "撤回");
        post(SignedIn.BUYER, path, Map.of("on", day(9), "extent", "whole", "note", "含安装", "reason", ""))
                .statusCode(422)
                .body(containsString("请写明更正的原因"));
        post(SignedIn.BUYER, path, Map.of("on", day(9), "extent", "whole", "note", "含安装", "reason", "签收单为准"))
                .statusCode(303);
        assertThat(page(SignedIn.BUYER, home() + "/" + award)).contains("按期交齐", "签收单为准", "以前的记录 1 条");
        SignedIn.as(SignedIn.BUYER).get(path).then().statusCode(404);
        post(SignedIn.BUYER, path, Map.of("on", day(8), "extent", "whole", "note", "", "reason", "再改"))
                .statusCode(409)
                .body(containsString("刚刚被同事更正"));
        long now = last("follow_up_statement");
        post(
                        SignedIn.BUYER,
                        home() + "/" + award + "/statements/" + now + "/withdraw",
                        Map.of("withdraw-reason", "登记错了合同"))
                .statusCode(303);
        assertThat(page(SignedIn.SUPPLIER, "/invitations/" + inquiry.code() + "/follow-up/" + award))
                .contains("已撤回", "登记错了合同");
    }

    @Test
    void severalLinesAreRecordedTogether() {
        inquiry.line(2, "货梯").quotes(FIRM, 2, "90000", 30, "[]", "");
        long second = inquiry.award(FIRM, 2, Opened.today().minusDays(15));
        SignedIn.as(SignedIn.BUYER)
                .contentType(FORM)
                .formParams(Map.of("on", day(6), "extent", "whole", "passed", "true"))
                .formParam("award", award, second)
                .post(home())
                .then()
                .statusCode(303);
        assertThat(page(SignedIn.BUYER, home())).contains("一次验收合格", "按期交齐").doesNotContain("name=\"award\"");
        assertThat(Opened.single("select count(*) from follow_up_statement")).isEqualTo("4");
    }

    @Test
    void othersFindNothing() {
        String supplier = "/invitations/" + inquiry.code() + "/follow-up";
        SignedIn.as(SignedIn.FIRM).get(home()).then().statusCode(404);
        SignedIn.as(SignedIn.FIRM).get(supplier).then().statusCode(404);
        SignedIn.as(SignedIn.SUPPLIER).get(home()).then().statusCode(403);
        SignedIn.as(SignedIn.CHANGSHA).get(home()).then().statusCode(403);
        SignedIn.as(SignedIn.CHANGSHA).get("/follow-ups").then().statusCode(403);
        post(SignedIn.FIRM, home() + "/" + award, Map.of("kind", "delivery", "on", day(2), "extent", "whole"))
                .statusCode(404);
        post(SignedIn.FIRM, supplier + "/" + award + "/answers", Map.of("statement", "1", "text", "x"))
                .statusCode(404);
        assertThat(SignedIn.fromHere().get(supplier).statusCode()).isEqualTo(303);
    }

    @Test
    void whatWaitsIsListedForBothSides() {
        assertThat(page(SignedIn.BUYER, "/follow-ups")).contains("登记到货", "车辆段电梯", home() + "/" + award);
        assertThat(page(SignedIn.BUYER, "/desk")).contains("成交后要登记的", home() + "/" + award);
        assertThat(page(SignedIn.SUPPLIER, "/follow-ups")).contains("按期交货", "本企业的履约记录", "无履约记录");
        delivered();
        assertThat(page(SignedIn.SUPPLIER, "/follow-ups")).contains("可以答复", "按期交齐", "0.0%（1 笔）");
        assertThat(page(SignedIn.SUPPLIER, "/desk")).contains("成交后要交货和答复的");
    }

    @Test
    void aRecordStandsOnTheFirmsPageForBuyersAlone() {
        delivered();
        assertThat(page(SignedIn.BUYER, "/firms/" + FIRM)).contains("履约记录", "0.0%（1 笔）");
        assertThat(page(SignedIn.FIRM, "/firms/" + FIRM)).contains("履约记录", "记录少于 5 笔，不显示");
        assertThat(page(SignedIn.FIRM, "/firms/F001")).contains("无履约记录").doesNotContain("100.0%");
        assertThat(page(SignedIn.SUPPLIER, "/firms/" + FIRM)).contains("0.0%（1 笔）");
        for (String path : List.of("/firms/F001")) {
            assertThat(page(SignedIn.SUPPLIER, path)).doesNotContain("履约记录");
            assertThat(page(SignedIn.CHANGSHA, path)).doesNotContain("履约记录");
        }
        assertThat(SignedIn.fromHere().get("/firms/" + FIRM).asString()).doesNotContain("履约记录");
    }

    @Test
    void anInquiryWithoutAwardsSaysWhatComesNext() {
        Opened open = Opened.inquiry(buyer(), "未定标").quotes(FIRM, "1");
        assertThat(page(SignedIn.BUYER, "/inquiries/" + open.code() + "/follow-up"))
                .contains("还没有成交");
        assertThat(page(SignedIn.SUPPLIER, "/invitations/" + open.code() + "/follow-up"))
                .contains("这份询价里没有本单位的成交");
    }
}
