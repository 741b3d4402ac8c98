package org.xiangpei.insight.release.web;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.Sweep;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.shared.Fingerprint;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** What a bureau says in public stays as it was said; the region's figures are said by all three together. */
@XiangpeiTest
class ReleasePagesTest {

    private static final String ZHUZHOU = "430200";
    private static final String REGION = "";
    private static final String[] ALL = {"numbers", "recognised", "leakage", "flows", "chains"};

    @Inject
    EntityManager entities;

    @AfterEach
    void withoutReleases() {
        Sweep.all("figure_release");
    }

    @Test
    void aCitysFiguresArePublicAtOnceAndThoseOfApiAndLedger() {
        String code = released(SignedIn.ZHUZHOU, ZHUZHOU, "2025-06-30", "");
        JsonPath told = figures(code);
        JsonPath live = given().get(
                        "/api/v1/local-sourcing?from=2024-01-01&to=2024-12-31&asOf=2025-06-30&buyerCity=430200&groupBy=chain")
                .jsonPath();
        for (String[] number : new String[][] {
            {"award_value", "awardValueRate"},
            {"line_count", "lineCountRate"},
            {"coverage", "coverageRate"},
            {"declared_content", "declaredContentRate"}
        }) {
            Map<String, Object> figure =
                    told.getMap("figures.find { it.part == 'numbers' && it.measure == '%s' }".formatted(number[0]));
            assertThat(new BigDecimal((String) figure.get("value")))
                    .isEqualByComparingTo(live.getString("total." + number[1] + ".value"));
            assertThat(figure.get("numerator")).isEqualTo(live.getString("total." + number[1] + ".numerator"));
        }
        assertThat(told.getLong("figures.find { it.measure == 'award_value' }.records"))
                .isEqualTo(plainCount())
                .isPositive();
        assertThat(told.getList("figures.findAll { it.part == 'chains' && it.measure == 'award_value' }.records"))
                .isEqualTo(live.getList("groups.awardValueRate.records"));
        assertThat(told.getString("asOf")).isEqualTo("2025-06-30");
        assertThat(told.getString("provenance")).isEqualTo("illustrative");

        String page = page("/released/" + code);
        assertThat(page)
                .contains("株洲本地配套数字", "按 2025-06-30 当日已知", "什么算本地", "本地生产的采购金额 ÷ 全部采购金额", "示例")
                .contains(">%.1f%%</a>".formatted(live.getDouble("total.awardValueRate.value") * 100))
                .contains(
                        "/rate?buyerCity=430200&amp;from=2024-01-01&amp;to=2024-12-31&amp;asOf=2025-06-30&amp;groupBy=month")
                .doesNotContain("本局意见", "重算");
        assertThat(page("/released")).contains("株洲，2024-01 至 2024-12", "现行");
        assertThat(SignedIn.as(SignedIn.ZHUZHOU).get("/released/" + code).asString())
                .contains("本局意见", "与公布的一致");
    }

    @Test
    void theFileIsWhatTheFingerprintIsOfAndTheTableHasTheSameFigures() {
        String code = released(SignedIn.ZHUZHOU, ZHUZHOU, "2025-06-30", "");
        byte[] file = given().get("/api/v1/releases/" + code).asByteArray();
        JsonPath release = given().get("/api/v1/releases").jsonPath();
        assertThat(release.getString("[0].sha256")).isEqualTo(Fingerprint.of(file));
        assertThat(page("/released/" + code)).contains(Fingerprint.of(file));
        assertThat(release.getString("[0].state")).isEqualTo("current");
        List<String> rows = given().get("/api/v1/releases/" + code + "/figures.csv")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();
        assertThat(rows).hasSize(1 + figures(code).getList("figures").size());
        assertThat(rows.get(1)).contains("金额口径", figures(code).getString("figures[0].value"), "2025-06-30", code);
        assertThat(new String(file, StandardCharsets.UTF_8)).contains("\"corrects\" : null");
    }

    @Test
    void aCorrectionTakesThePlaceWithItsReasonAndTheFirstStays() {
        String first = released(SignedIn.ZHUZHOU, ZHUZHOU, "2024-12-31", "");
        byte[] before = given().get("/api/v1/releases/" + first).asByteArray();
        assertThat(refused(SignedIn.ZHUZHOU, ZHUZHOU, "2024-12-31", "再来一次")).contains("数字没有变化");
        assertThat(refused(SignedIn.ZHUZHOU, ZHUZHOU, "2025-06-30", "")).contains("请写明更正的原因");
        String second = released(SignedIn.ZHUZHOU, ZHUZHOU, "2025-06-30", "补记了迟报的采购");
        assertThat(page("/released/" + first)).contains("已更正", "/released/" + second);
        assertThat(page("/released/" + second)).contains("现行", first + "，原因：补记了迟报的采购");
        assertThat(given().get("/api/v1/releases/" + first).asByteArray()).isEqualTo(before);
        assertThat(page("/released")).contains("更正：补记了迟报的采购", "由 " + second + " 更正");
    }

    @Test
    void whatIsWithdrawnLosesItsFiguresAndKeepsItsPlace() {
        String code = released(SignedIn.ZHUZHOU, ZHUZHOU, "2025-06-30", "");
        String value = figures(code).getString("figures[0].numerator");
        say(SignedIn.ZHUZHOU, code, "withdrawal", " ").then().statusCode(422);
        say(SignedIn.XIANGTAN, code, "withdrawal", "不是本市的").then().statusCode(404);
        say(SignedIn.ZHUZHOU, code, "withdrawal", "误含未公开的采购").then().statusCode(303);
        given().get("/api/v1/releases/" + code).then().statusCode(404);
        given().get("/api/v1/releases/" + code + "/figures.csv").then().statusCode(404);
        assertThat(given().get("/api/v1/releases").asString())
                .contains(code, "withdrawn", "误含未公开的采购")
                .doesNotContain(value);
        assertThat(page("/released/" + code)).contains("已撤下", "误含未公开的采购").doesNotContain("<dt>分子</dt>", "金额口径");
        assertThat(SignedIn.as(SignedIn.ZHUZHOU).get("/released/" + code).asString())
                .contains("<dt>分子</dt>");
        say(SignedIn.ZHUZHOU, code, "withdrawal", "再撤一次").then().statusCode(409);
    }

    @Test
    void theRegionsFiguresArePublicWhenAllThreeAgree() {
        String code = released(SignedIn.ZHUZHOU, REGION, "2025-06-30", "", "numbers", "cities", "flows");
        given().accept("text/html").get("/released/" + code).then().statusCode(404);
        given().get("/api/v1/releases/" + code).then().statusCode(404);
        assertThat(page("/released")).doesNotContain(code);
        assertThat(SignedIn.as(SignedIn.CHANGSHA).get("/desk").asString()).contains("等本市同意公布的数字", code);
        assertThat(refused(SignedIn.XIANGTAN, REGION, "2025-05-31", "")).contains("还在等另外的市同意");

        say(SignedIn.ZHUZHOU, code, "agreement", "").then().statusCode(409);
        say(SignedIn.CHANGSHA, code, "agreement", "").then().statusCode(303);
        given().get("/api/v1/releases/" + code).then().statusCode(404);
        say(SignedIn.XIANGTAN, code, "agreement", "").then().statusCode(303);
        assertThat(page("/released/" + code)).contains("长株潭本地配套数字", "三市比较", "三市之间的采购流向", "湘潭 ");
        List<Integer> byCity =
                figures(code).getList("figures.findAll { it.part == 'cities' && it.measure == 'award_value' }.records");
        assertThat(byCity.stream().mapToInt(it -> it).sum())
                .isEqualTo(figures(code).getInt("figures.find { it.part == 'numbers' }.records"));
        say(SignedIn.XIANGTAN, code, "refusal", "晚了").then().statusCode(409);
        say(SignedIn.XIANGTAN, code, "withdrawal", "湘潭的记录有误").then().statusCode(303);
        assertThat(page("/released")).contains("湘潭市工信局", "湘潭的记录有误");
    }

    @Test
    void oneCityAgainstItEndsAProposal() {
        String code = released(SignedIn.CHANGSHA, REGION, "2025-06-30", "");
        say(SignedIn.XIANGTAN, code, "refusal", "").then().statusCode(422);
        say(SignedIn.XIANGTAN, code, "refusal", "口径还没有议定").then().statusCode(303);
        say(SignedIn.ZHUZHOU, code, "agreement", "").then().statusCode(409);
        given().get("/api/v1/releases/" + code).then().statusCode(404);
        assertThat(SignedIn.as(SignedIn.CHANGSHA).get("/released").asString()).contains("口径还没有议定", "没有公布");
        assertThat(released(SignedIn.CHANGSHA, REGION, "2025-06-30", "")).isNotEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "430100, 2024-01, 2024-12, 2025-06-30, numbers, 只能公布本市和长株潭的数字",
        "430200, 2024-12, 2024-01, 2025-06-30, numbers, 把两个月份对调",
        "430200, 2024-01, 2025-06, 2025-06-29, numbers, 最后一个月还没有过完",
        "430200, 2024-01, 2024-12, 2124-06-30, numbers, 还没有过完",
        "430200, 2001-01, 2001-12, 2025-06-30, numbers, 没有可以公布的数字",
        "430200, 2024-01, 2024-12, 2025-06-30, cities, 三市比较只能随长株潭",
        "430200, 2024-01, 2024-12, 2025-06-30, secrets, 没有“secrets”这一项",
        "430200, 2024-1, 2024-12, 2025-06-30, numbers, 起始月份 2024-1 有误",
        "430200, 2024-01, 2024-12, 昨天, numbers, 截至日 昨天 有误",
        "440100, 2024-01, 2024-12, 2025-06-30, numbers, 范围 440100 有误",
    })
    void whatCannotBeReleasedIsRefused(String place, String from, String to, String asOf, String part, String says) {
        assertThat(form(SignedIn.ZHUZHOU, place, asOf, "", part)
                        .formParam("from", from)
                        .formParam("to", to)
                        .post("/released")
                        .then()
                        .statusCode(422)
                        .extract()
                        .asString())
                .contains(says);
        assertThat(given().get("/api/v1/releases").jsonPath().getList("")).isEmpty();
    }

    @Test
    void todayIsNotOverAndSoNotReleased() {
        String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        assertThat(refused(SignedIn.ZHUZHOU, ZHUZHOU, today, "")).contains("还没有过完");
        assertThat(SignedIn.as(SignedIn.BUYER).get("/released/new").statusCode())
                .isEqualTo(403);
        assertThat(SignedIn.as(SignedIn.ZHUZHOU)
                        .get("/released/new?place=430200&from=2024-01&to=2024-12&asOf=2025-06-30&part=chains")
                        .asString())
                .contains("公众会看到的", "工程机械", "本市单独公布");
    }

    @Transactional
    long plainCount() {
        return (long) entities.createNativeQuery("""
                        select count(*) from purchase_record r where r.buyer_city = '430200' and r.amount > 0
                          and r.purchased_on between '2024-01-01' and '2024-12-31' and r.recorded_at < '2025-07-01 00:00:00+08'
                          and not exists (select from purchase_record c where c.supersedes = r.code and c.recorded_at < '2025-07-01 00:00:00+08')
                        """, Long.class).getSingleResult();
    }

    private static JsonPath figures(String code) {
        return given().get("/api/v1/releases/" + code)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String released(String login, String place, String asOf, String reason, String... parts) {
        Response answer = post(login, place, asOf, reason, parts);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(303);
        return answer.header("Location").replaceAll(".*/", "");
    }

    private static String refused(String login, String place, String asOf, String reason) {
        return post(login, place, asOf, reason).then().statusCode(422).extract().asString();
    }

    private static Response post(String login, String place, String asOf, String reason, String... parts) {
        return form(login, place, asOf, reason, parts.length == 0 ? ALL : parts)
                .formParam("from", "2024-01")
                .formParam("to", "2024-12")
                .post("/released");
    }

    private static RequestSpecification form(String login, String place, String asOf, String reason, String... parts) {
        return SignedIn.as(login)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("place", place)
                .formParam("asOf", asOf)
                .formParam("reason", reason)
                .formParam("part", List.of(parts));
    }

    private static Response say(String login, String code, String what, String reason) {
        return SignedIn.as(login)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("reason", reason)
                .post("/released/" + code + "/" + what);
    }

    private static String page(String path) {
        return given().accept("text/html")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
