package org.xiangpei.insight.gap.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.insight.gap.Demands;
import org.xiangpei.notification.Outbox;
import org.xiangpei.shared.web.Figures;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

/** The pages of the gap ledger and the chains, as the public, a buyer and a bureau see them. */
@XiangpeiTest
class GapPagesTest {

    @BeforeAll
    static void ready() {
        Demands.sampleIsReady();
    }

    @Test
    void theListShowsNumbersToABureauAndOnlyWhatLacksToThePublic() {
        SignedIn.as(SignedIn.ZHUZHOU)
                .get("/gaps")
                .then()
                .statusCode(200)
                .contentType(ContentType.HTML)
                .body(allOf(
                        containsString("缺口台账"),
                        containsString("招商清单（XLSX）"),
                        containsString("无产品 "),
                        containsString("示例数据"),
                        not(containsString("少于 5 行</td>"))));
        given().get("/gaps")
                .then()
                .statusCode(200)
                .body(allOf(containsString("少于 5 行"), containsString("不公开"), not(containsString("招商清单（XLSX）"))));
    }

    @Test
    void filtersStandInTheAddressAndInTheForm() {
        SignedIn.as(SignedIn.ZHUZHOU)
                .get("/gaps?buyerCity=430100&category=elevator&state=open&near=upgrade&asOf=2026-10-31")
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("<option value=\"430100\" selected>长沙"),
                        containsString("<option value=\"elevator\" selected>"),
                        containsString("<option value=\"open\" selected>"),
                        containsString("value=\"2026-10-31\"")));
        given().get("/gaps?asOf=2021-07-31").then().statusCode(200).body(containsString("这个范围内没有缺口"));
    }

    @ParameterizedTest
    @CsvSource({"/gaps?asOf=2999-01-01,晚于今天", "/gaps?state=x,in_hand", "/gaps?page=0,1 到 10000", "/gaps?chain=太空,产业链"})
    void whatCannotBeIsAPageThatSaysWhy(String path, String words) {
        given().accept("text/html").get(path).then().statusCode(400).body(containsString(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/gaps/elevator-0000000000", "/chains/太空"})
    void whatDoesNotExistIsNotFound(String path) {
        given().accept("text/html").get(path).then().statusCode(404).body(containsString("没有找到"));
    }

    @Test
    void aBureauTakesAGapInHandAndGivesItUp() {
        String gap = "/gaps/" + key("elevator");
        form(SignedIn.ZHUZHOU)
                .formParam("note", "先问两家电梯企业")
                .post(gap + "/in-hand")
                .then()
                .statusCode(303)
                .header("Location", containsString(gap));
        SignedIn.as(SignedIn.ZHUZHOU)
                .get(gap)
                .then()
                .body(allOf(
                        containsString("跟进中"),
                        containsString("先问两家电梯企业"),
                        containsString("不再跟进"),
                        containsString("走势")));
        SignedIn.as(SignedIn.ZHUZHOU).get("/desk").then().body(containsString("本局跟进的缺口"));
        form(SignedIn.CHANGSHA)
                .formParam("note", "我也想跟进")
                .post(gap + "/in-hand")
                .then()
                .statusCode(409)
                .body(allOf(containsString("没有生效"), containsString("株洲"), containsString("我也想跟进")));
        given().get("/gaps?state=in_hand").then().body(containsString("株洲市工信局"));
        form(SignedIn.ZHUZHOU).post(gap + "/release").then().statusCode(303);
        SignedIn.as(SignedIn.ZHUZHOU).get(gap).then().body(containsString("开始跟进"));
        assertThat(audited(gap)).containsSubsequence("take_gap", "release_gap");
    }

    @Test
    void aFirmIsAskedToLookAndTold() {
        String gap = "/gaps/" + key("hydraulic_cylinder");
        form(SignedIn.CHANGSHA)
                .formParam("note", "附言留着")
                .post(gap + "/firms")
                .then()
                .statusCode(422)
                .body(allOf(containsString("请选择一家企业"), containsString("附言留着")));
        form(SignedIn.CHANGSHA)
                .formParam("firm", "F005")
                .formParam("note", "可考虑技改")
                .post(gap + "/firms")
                .then()
                .statusCode(303);
        SignedIn.as(SignedIn.CHANGSHA).get(gap).then().body(containsString("请企业关注：湖南珩朔液压"));
        assertThat(Outbox.texts("select title || ' ' || body from notice where target_type = 'gap' and target_code = '"
                        + gap.substring("/gaps/".length()) + "'"))
                .anyMatch(it -> it.contains("长沙市工信局请贵企业关注") && it.contains("可考虑技改"))
                .noneMatch(it -> it.contains("～"));
        assertThat(audited(gap)).contains("tell_firm_of_gap");
        SignedIn.as(SignedIn.FIRM).get(gap).then().statusCode(200).body(not(containsString("请企业关注")));
    }

    @Test
    void othersCannotDoWhatABureauDoes() {
        String gap = "/gaps/" + key("elevator");
        SignedIn.fromHere().post(gap + "/in-hand").then().statusCode(401);
        form(SignedIn.BUYER).post(gap + "/in-hand").then().statusCode(403);
        SignedIn.as(SignedIn.BUYER).get("/gaps/lists/recruitment").then().statusCode(403);
    }

    @Test
    void theListsAreWorkbooksWithLiveFormulas() throws IOException {
        List<Row> recruited = rows("/gaps/lists/recruitment?asOf=2026-10-31");
        assertThat(recruited.get(0).getCellText(0)).contains("招商清单", "2026-10-31", "示例数据");
        assertThat(recruited).hasSizeGreaterThanOrEqualTo(4);
        List<Row> upgrades = rows("/gaps/lists/upgrades?asOf=2026-10-31");
        assertThat(upgrades).hasSizeGreaterThan(50);
        Row first = upgrades.get(3);
        assertThat(first.getCellText(14)).isNotBlank();
        assertThat(first.getOptionalCell(11).map(Cell::getFormula)).contains("F5/$B$2*100");
        long all = Long.parseLong(upgrades.get(1).getCellText(1));
        assertThat(all).isGreaterThan(300);
    }

    private static List<Row> rows(String path) throws IOException {
        byte[] file = SignedIn.as(SignedIn.XIANGTAN)
                .get(path)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString(".xlsx"))
                .extract()
                .asByteArray();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return workbook.getFirstSheet().read();
        }
    }

    @Test
    void everyFigureOfAChainLeadsToItsRows() {
        given().get("/chains")
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("轨道交通"),
                        containsString("单一来源"),
                        containsString("data-kind=\"stack\""),
                        containsString("/chains?only=thin"),
                        containsString("口径说明")));
        given().get("/chains?only=thin")
                .then()
                .statusCode(200)
                .body(allOf(containsString("单一来源的品类"), containsString("/products?category=")));
        given().get("/chains/轨道交通")
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("/products?category=traction_converter"),
                        containsString("/rate?category=traction_converter"),
                        containsString("/gaps?category="),
                        containsString("city=430200")));
    }

    /** A figure of the page is the one that the other page has, and the one that plain SQL counts. */
    @Test
    void theFiguresOfACategoryAreThoseOfTheRateAndOfTheCatalogue() {
        String row = given().get("/chains/轨道交通").asString();
        row = row.substring(row.indexOf("/products?category=traction_converter\""));
        row = row.substring(0, row.indexOf("</tr>"));
        String suppliers = Outbox.texts(
                        "select cast(count(distinct firm_code) as text) from product where category_code = 'traction_converter' and is_listed(product, current_date)")
                .getFirst();
        assertThat(row).contains("/products?category=traction_converter\">" + suppliers + "</a>");
        var rate = given().get("/api/v1/local-sourcing?category=traction_converter")
                .jsonPath();
        assertThat(row)
                .contains("\">" + rate.getString("total.coverageRate.denominator") + "</a>")
                .contains(Figures.money(new BigDecimal(rate.getString("total.awardValueRate.denominator"))));
    }

    @Test
    void theChainsAsOfAPastDayAreThoseOfTheFactsKnownThen() {
        String row = given().get("/chains/轨道交通?asOf=2024-06-30").asString();
        row = row.substring(row.indexOf("/products?category=traction_converter\""));
        row = row.substring(0, row.indexOf("</tr>"));
        String suppliers = Outbox.texts("""
            select cast(count(distinct firm_code) as text) from product
            where category_code = 'traction_converter' and was_listed(product, '2024-06-30', '2024-07-01 00:00+08')""").getFirst();
        var rate = given().get("/api/v1/local-sourcing?category=traction_converter&asOf=2024-06-30")
                .jsonPath();
        assertThat(row)
                .contains("<td class=\"number\">" + suppliers + "</td>")
                .contains(">" + rate.getString("total.coverageRate.denominator") + "<")
                .contains(Figures.money(new BigDecimal(rate.getString("total.awardValueRate.denominator"))))
                .contains("/rate?category=traction_converter&amp;from=2000-01-01&amp;groupBy=year&amp;asOf=2024-06-30");
        given().get("/chains?asOf=2024-06-30").then().statusCode(200).body(containsString("asOf=2024-06-30"));
        given().get("/chains?asOf=2999-01-01").then().statusCode(400);
    }

    @Test
    void anOldNameOfAChainLeadsToTheNewOne() {
        Outbox.sql("insert into known_chain_name (chain, category_code) values ('轨道装备旧称', 'traction_converter')");
        try {
            given().redirects()
                    .follow(false)
                    .get("/chains/轨道装备旧称")
                    .then()
                    .statusCode(303)
                    .header("Location", containsString("/chains/%E8%BD%A8%E9%81%93%E4%BA%A4%E9%80%9A"));
            given().get("/gaps?chain=轨道装备旧称").then().statusCode(200);
        } finally {
            Outbox.sql("delete from known_chain_name where chain = '轨道装备旧称'");
        }
    }

    private static List<String> audited(String gap) {
        return Outbox.texts("select action from audit_entry where subject_type = 'gap' and subject_code = '"
                + gap.substring("/gaps/".length()) + "' order by seq");
    }

    private static RequestSpecification form(String login) {
        return SignedIn.as(login).contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }

    /** One that nobody has in hand, of a category. */
    private static String key(String category) {
        return SignedIn.as(SignedIn.ZHUZHOU)
                .get("/api/v1/gaps?state=open&category=" + category)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("items[0].key");
    }
}
